import type { Database } from './database';

type KeyPath = string | string[] | null | undefined;

/** Whether an open database has every table and index, with the keys that our own schema gives them. */
export function hasOwnStructure(database: Database): boolean {
  const native = database.backendDB();
  const names = [...native.objectStoreNames];
  if (!database.tables.every(({ name }) => names.includes(name))) return false;
  const transaction = native.transaction(names, 'readonly');
  return database.tables.every(({ name, schema }) => {
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
