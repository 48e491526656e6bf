import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { crc32 } from 'node:zlib';

/** The files below a folder as one uncompressed zip archive, which is all a packed add-on has to be. */
export async function zipOf(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const records: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries.filter(found => found.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const name = Buffer.from(relative(folder, path).split(sep).join('/'));
    const content = await readFile(path);
    const record = Buffer.concat([header('PK\x03\x04', 30, 4, name, content), name, content]);
    const listing = header('PK\x01\x02', 46, 6, name, content);
    listing.writeUInt32LE(offset, 42);
    directory.push(listing, name);
    records.push(record);
    offset += record.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...records, listed, trailer(directory.length / 2, listed.length, offset)]);
}

/** Both kinds of header hold the same fields in the same order, from `at` on. */
function header(signature: string, size: number, at: number, name: Buffer, content: Buffer): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.write(signature, 'latin1');
  bytes.writeUInt16LE(20, at);
  // 1 January 1980, the first day a zip archive knows.
  bytes.writeUInt16LE(0x21, at + 8);
  bytes.writeUInt32LE(crc32(content), at + 10);
  bytes.writeUInt32LE(content.length, at + 14);
  bytes.writeUInt32LE(content.length, at + 18);
  bytes.writeUInt16LE(name.length, at + 22);
  return bytes;
}

function trailer(count: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.write('PK\x05\x06', 'latin1');
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
}
