/** Gives a person a file to keep. Handed to components, so that they can be tried without a browser's downloads. */
export type SaveFile = (name: string, type: string, text: string) => void;

const LONG_ENOUGH_TO_START = 60_000;

export const saveFile: SaveFile = (name, type, text) => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Revoked at once, the download would fail in Firefox, which reads the address after the click.
  setTimeout(() => URL.revokeObjectURL(address), LONG_ENOUGH_TO_START);
};
