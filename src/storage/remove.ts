import type { Database } from './database';
import { inTime } from './in-time';

export function remove(database: Database): Promise<void> {
  const late = () =>
    Object.assign(new Error('The database was not deleted in time.'), { name: 'BlockedError' });
  return inTime(database.delete(), late);
}
