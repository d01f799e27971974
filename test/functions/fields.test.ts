/** A form that calls a field check and the contract that the answer goes to never disagree. */
import fc from 'fast-check'
import { contract as accounts } from '../../functions/accounts/contract'
import * as accountFields from '../../functions/accounts/rules/fields'
import { contract as appointments } from '../../functions/appointments/contract'
import * as fields from '../../functions/appointments/rules/fields'
import * as hallFields from '../../functions/halls/rules/fields'
import { factsOf } from '../../functions/core/io/entry/procedures'

type Contract = Parameters<typeof factsOf>[0]

/** Does the procedure take the input? */
const takes = async (procedure: Contract, input: unknown): Promise<boolean> => {
  const result = await factsOf(procedure).inputSchema?.['~standard'].validate(input)
  return result !== undefined && result.issues === undefined
}

const day = '2026-11-24'
const wish = { hallId: 'h1', matter: 'FP01', day, start: 540 }
const capacity = { online: 1, walkIn: 1, priority: 1 }
const binding = { kind: 'person', name: '王小明', number: '110105194912310021' }
const look = { taxpayerId: 'tp_1', field: 'name', purpose: '核对' }

const ODD = [
  ...'王明a1 .\t',
  '\u202e',
  '\u200b',
  '\u200d',
  '\u3164',
  '\u0301',
  '\u2800',
  '\ufeff',
  '👩',
  '\n',
]
/** What people and attackers put into a field for text. */
const typed = (...known: readonly string[]) =>
  fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...ODD) }),
    fc.constantFrom('', ' ', '\t ', ...known),
  )

const cases: readonly (readonly [
  string,
  Contract,
  (value: never) => unknown,
  (value: never) => boolean,
  fc.Arbitrary<unknown>,
])[] = [
  [
    'hallId',
    appointments.book,
    (hallId: string) => ({ ...wish, hallId }),
    hallFields.isHallId,
    fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z0-9_.-]{0,82}$/)),
  ],
  [
    'matter',
    appointments.book,
    (matter: string) => ({ ...wish, matter }),
    hallFields.isMatterCode,
    fc.oneof(fc.string(), fc.stringMatching(/^[A-Z0-9]{0,18}$/)),
  ],
  [
    'day',
    appointments.book,
    (on: string) => ({ ...wish, day: on }),
    fields.isDay,
    fc.oneof(fc.string(), fc.stringMatching(/^20\d\d-[0-3]\d-[0-3]\d$/)),
  ],
  [
    'start',
    appointments.book,
    (start: number) => ({ ...wish, start }),
    fields.isStart,
    fc.oneof(fc.integer({ min: -9, max: 1_449 }), fc.double()),
  ],
  [
    'id',
    appointments.get,
    (id: string) => ({ id }),
    fields.isAppointmentId,
    fc.oneof(fc.string(), fc.stringMatching(/^ap_[0-9a-z]{25,27}$/)),
  ],
  [
    'reason',
    appointments.closeDay,
    (reason: string) => ({ hallId: 'h1', day, reason }),
    fields.isReason,
    typed('停电', 'x'.repeat(200), 'x'.repeat(201)),
  ],
  [
    'capacity',
    appointments.setCapacity,
    (seats: fields.Quota) => ({ hallId: 'h1', day, reason: '调整', capacity: seats }),
    fields.isQuota,
    fc.record({
      online: fc.integer({ min: -2, max: 202 }),
      walkIn: fc.integer({ min: -2, max: 202 }),
      priority: fc.integer({ min: -2, max: 102 }),
    }),
  ],
  [
    'name',
    accounts.bind,
    (name: string) => ({ ...binding, name }),
    accountFields.isName,
    typed(' 王 ', '王明', 'x'.repeat(60), 'x'.repeat(61)),
  ],
  [
    'number',
    accounts.bind,
    (number: string) => ({ ...binding, number }),
    accountFields.isNumber,
    fc.oneof(typed(), fc.stringMatching(/^\d{4,26}$/)),
  ],
  [
    'phone',
    accounts.bind,
    (phone: string) => ({ ...binding, phone }),
    accountFields.isPhone,
    fc.oneof(fc.string(), fc.stringMatching(/^1\d{9,11}$/)),
  ],
  [
    'purpose',
    accounts.reveal,
    (purpose: string) => ({ ...look, purpose }),
    accountFields.isPurpose,
    typed('  ', ' x ', '核对', 'x'.repeat(201)),
  ],
]

it.each(cases)('%s', async (_, procedure, inputOf, check, values) => {
  await fc.assert(
    fc.asyncProperty(values, async (value) => {
      expect([value, await takes(procedure, inputOf(value as never))]).toEqual([value, check(value as never)])
    }),
    { numRuns: 300 },
  )
})

it('and the rest of each input is right, so that the field alone decides', async () => {
  const right = [
    takes(appointments.book, wish),
    takes(appointments.setCapacity, { hallId: 'h1', day, reason: '调整', capacity }),
    takes(accounts.bind, binding),
    takes(accounts.reveal, look),
  ]
  expect(await Promise.all(right)).toEqual([true, true, true, true])
})
