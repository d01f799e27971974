import { departureTable, type DepartureState } from '../../../functions/refunds/rules/kinds/departure-states'
import { aheadOf, hasUse, isMove, isState, isToShow } from '../../../src/packages/departure/model/progress'
import { resultOf, STEPS, travellerForm } from '../../../src/packages/departure/model/form'
import { readFormId, readHallId } from '../../../src/packages/departure/model/params'
import { hallsWith } from '../../../src/packages/departure/model/desk'
import { form, ID, TODAY, traveller } from './fixtures'

const states = Object.keys(departureTable.next) as DepartureState[]

test('whatever has a next move has a next step in words, and nothing else has', () => {
  for (const state of states)
    for (const mode of ['cash', 'transfer', 'instant'] as const)
      expect([state, aheadOf(form({ state, mode })).length > 0]).toEqual([
        state,
        departureTable.next[state] !== null,
      ])
})

test.each([
  ['formIssued', 'cash', 0, ['verify', 'audit', 'cash']],
  ['formIssued', 'transfer', 0, ['verify', 'audit', 'transfer']],
  ['formIssued', 'instant', 0, ['prepay', 'verify', 'audit', 'settle']],
  ['instantPrepaid', 'instant', 10_170, ['verify', 'audit', 'settle']],
  ['agencyAudited', 'instant', 10_170, ['settle']],
] as const)('%s, %s, advanced %i: %p', (state, mode, advanced, ahead) =>
  expect(aheadOf(form({ state, mode, advanced }))).toEqual(ahead),
)

test('an advance that was charged back is paid anew', () => {
  const it = form({ state: 'preauthCharged', mode: 'instant', advanced: 10_170, charged: 10_170 })
  expect(aheadOf(it)).toEqual(['verify', 'audit', 'cash'])
})

test('a form is shown to customs until they have seen it, and to a desk until it is over', () => {
  expect(states.filter((state) => isToShow({ state }))).toEqual([
    'formIssued',
    'instantPrepaid',
    'preauthCharged',
  ])
  expect(states.filter((state) => !hasUse({ state }))).toEqual(['paid', 'rejected', 'expired', 'cancelled'])
  expect([isState('later'), isMove('later')]).toEqual([false, false])
})

test('the wizard asks every field of the form but the port’s name and the number of the card’s hold', () => {
  const asked = travellerForm.sections.flatMap(({ fields }) => fields.map(({ key }) => key))
  expect(asked).not.toContain('promisedPort')
  expect(asked).not.toContain('preauthNo')
  expect(asked).toContain('agreement')
  expect(travellerForm.sections.map(({ key }) => key)).toEqual([...STEPS.slice(0, 3), 'declaration'])
})

test('the device reckons as the server does, with the port by its name', () => {
  const result = resultOf(traveller, 'East Port', TODAY)
  expect(result).toMatchObject({ open: true, amount: { net: 10_170 }, days: { left: 80, state: 'inTime' } })
  const instant = { ...traveller, mode: 'instant', instantShop: true, ownCard: true, agreement: true }
  const kept = resultOf(instant, 'East Port', TODAY).findings.find(({ code }) => code === 'agreementKept')
  expect(kept?.found?.en).toContain('East Port')
  expect(resultOf({}, undefined, TODAY)).toMatchObject({ findings: [], amount: undefined, days: undefined })
  expect(resultOf({ ...traveller, purchasedOn: '2018-01-01' }, undefined, TODAY).days).toBeUndefined()
})

test('what a page is opened with is taken only when it is one', () => {
  expect(readFormId({ id: ID })).toBe(ID)
  for (const id of ['rf_7', `${ID}x`, '<b>', undefined]) expect(readFormId({ id })).toBeUndefined()
  expect([readHallId({ hallId: 'east-1' }), readHallId({ hallId: '<b>' })]).toEqual(['east-1', undefined])
})

test('a desk works at the halls of its duty alone', () => {
  const hall = (id: string) => ({ id, name: id, region: '990102' }) as Parameters<typeof hallsWith>[2][number]
  const grants = [
    { role: 'officer' as const, halls: ['a'], duties: ['customs'] },
    { role: 'officer' as const, halls: ['b'], duties: ['pay'] },
  ]
  expect(hallsWith({ grants }, 'customs', ['a', 'b', 'c'].map(hall)).map(({ id }) => id)).toEqual(['a'])
})
