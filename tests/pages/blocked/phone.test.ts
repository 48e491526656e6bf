import { expect, test } from 'vitest';
import { withPhone } from '../../../src/pages/blocked/phone';

test.each([
  ['Call Dana at Acme +1 555 0100', 'Call Dana at Acme ', '+1 555 0100', 'tel:+15550100', ''],
  ['Call Dana tel:+15550100 about Acme', 'Call Dana ', '+15550100', 'tel:+15550100', ' about Acme'],
  ['tel: 113', '', '113', 'tel:113', ''],
  ['0113 496 0142, Priya', '', '0113 496 0142', 'tel:01134960142', ', Priya'],
  ['Ring +44 (0)113 496 0142.', 'Ring ', '+44 (0)113 496 0142', 'tel:+441134960142', '.'],
  ['Dana (555) 010-0199', 'Dana ', '(555) 010-0199', 'tel:5550100199', ''],
  ['Dana 555.010.0199', 'Dana ', '555.010.0199', 'tel:5550100199', ''],
  ['Dana 5550100199', 'Dana ', '5550100199', 'tel:5550100199', ''],
  ['By 2026-11-23 call 0113 496 0142', 'By 2026-11-23 call ', '0113 496 0142', 'tel:01134960142', ''],
])('%s', (line, before, number, address, after) =>
  expect(withPhone(line)).toEqual({ before, number, address, after }),
);

test.each([
  'Stand up, fill a glass of water',
  'Price the three-year option for 2 000 000',
  'Price it at 1.250.000',
  'Renewal on 2026-11-23',
  'Renewal on 23.11.2026',
  'Order 12345678',
  'From 09:00 to 10:30',
  'Read https://acme.example/1234567890',
  'Beat 12 34',
])('no number in: %s', line => expect(withPhone(line)).toBeNull());
