import type { Table } from 'dexie';

type KeyPath = string | string[] | null | undefined;

/** Whether an open database has these tables and indexes, with the keys that our own schema gives them. */
export function hasStructure(native: IDBDatabase, tables: readonly Table[]): boolean {
  const names = [...native.objectStoreNames];
  if (tables.length === 0) return true;
  if (!tables.every(({ name }) => names.includes(name))) return false;
  const transaction = native.transaction(names, 'readonly');
  return tables.every(({ name, schema }) => {
    const store = transaction.objectStore(name);
    const indexed = [...store.indexNames].map(index => spelled(store.index(index).keyPath));
    return (
      spelled(store.keyPath) === spelled(schema.primKey.keyPath) &&
      !store.autoIncrement &&
      schema.indexes.every(({ keyPath }) => indexed.includes(spelled(keyPath)))
    );
  });
}

const spelled = (keyPath: KeyPath): string => JSON.stringify(keyPath ?? null);
