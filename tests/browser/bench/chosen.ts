/** Those that an environment variable names, separated by commas; all where it is not set. */
export function namedIn<T>(variable: string, all: readonly T[], nameOf: (one: T) => string): readonly T[] {
  const names = process.env[variable]?.split(',') ?? [];
  const unknown = names.filter(name => !all.some(one => nameOf(one) === name));
  if (unknown.length > 0)
    throw new Error(`${variable}: no ${unknown.join(', ')}; there are ${all.map(nameOf).join(', ')}.`);
  return names.length === 0 ? all : all.filter(one => names.includes(nameOf(one)));
}
