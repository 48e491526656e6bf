import 'fake-indexeddb/auto';
import 'temporal-polyfill/global';
import fc from 'fast-check';
import { runs } from './fixtures/runs';

fc.configureGlobal({ numRuns: runs(100) });
