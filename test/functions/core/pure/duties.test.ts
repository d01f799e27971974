import fc from 'fast-check'
import {
  DUTIES,
  DUTY_NAMES,
  fourEyes,
  grantHolds,
  isDuty,
  mayAct,
  roleHolds,
  type DoneStep,
  type Duty,
} from '../../../../functions/core/pure/duties'
import { KEPT_APART } from '../../../../functions/core/pure/duties-data'
import { ROLES } from '../../../../functions/core/pure/roles'

const HERE = { hallId: 'h1', region: '320102' }

describe('the table of duties', () => {
  it('names roles that there are, words in both languages, and a basis', () => {
    expect(DUTY_NAMES).toEqual(['review', 'approve', 'pay', 'customs', 'moderate', 'publish', 'draw'])
    for (const duty of DUTY_NAMES) {
      const { roles, words, basis, persons } = DUTIES[duty]
      expect(roles.length).toBeGreaterThan(0)
      expect(ROLES).toEqual(expect.arrayContaining([...roles]))
      for (const { zh, en } of [words, basis]) expect([zh, en].every((text) => text !== '')).toBe(true)
      expect([1, 2]).toContain(persons)
    }
    expect(isDuty('constructor')).toBe(false)
  })
  it('keeps apart only duties of the table, each from another', () => {
    for (const [one, other] of KEPT_APART) {
      expect(DUTY_NAMES).toEqual(expect.arrayContaining([one, other]))
      expect(one).not.toBe(other)
    }
  })
})

describe('may somebody act', () => {
  it.each<[string, Parameters<typeof mayAct>[0]['grants'], boolean]>([
    ['nobody may', [], false],
    ['an officer without the duty', [{ role: 'officer', halls: ['h1'] }], false],
    ['an officer with it, at this hall', [{ role: 'officer', halls: ['h1'], duties: ['review'] }], true],
    ['at another hall', [{ role: 'officer', halls: ['h2'], duties: ['review'] }], false],
    [
      'here without it, elsewhere with it',
      [
        { role: 'officer', halls: ['h1'] },
        { role: 'officer', halls: ['h2'], duties: ['review'] },
      ],
      false,
    ],
    ['a supervisor of the region', [{ role: 'supervisor', regions: ['32'], duties: ['review'] }], true],
    ['a supervisor of another', [{ role: 'supervisor', regions: ['11'], duties: ['review'] }], false],
    ['a supervisor of the whole deployment', [{ role: 'supervisor', duties: ['review'] }], true],
    ['an officer without halls', [{ role: 'officer', duties: ['review'] }], false],
    ['a role that may not hold it', [{ role: 'auditor', duties: ['review'] }], false],
    ['a duty of a later version', [{ role: 'officer', halls: ['h1'], duties: ['fly'] }], false],
  ])('%s', (_, grants, may) => expect(mayAct({ grants, duty: 'review', place: HERE })).toBe(may))

  it('anywhere at all, where no place is asked for', () => {
    const grants = [{ role: 'officer', halls: ['h2'], duties: ['review'] }]
    expect(mayAct({ grants, duty: 'review' })).toBe(true)
    expect(mayAct({ grants, duty: 'moderate' })).toBe(false)
    expect(mayAct({ grants, duty: 'review', place: { hallId: '', region: '320102' } })).toBe(false)
  })
})

describe('four eyes on one case', () => {
  const step = (accountId: string, duty: Duty): DoneStep => ({ accountId, duty })
  it('who reviewed may neither approve nor pay it; who approved may not pay', () => {
    const actors = [step('a', 'review'), step('b', 'approve')]
    expect(fourEyes({ duty: 'approve', actors: actors.slice(0, 1) })).toEqual({ left: 1, barred: ['a'] })
    expect(fourEyes({ duty: 'pay', actors })).toEqual({ left: 1, barred: ['a', 'b'] })
  })
  it('a duty of two persons takes two, and the same one does not count twice', () => {
    expect(fourEyes({ duty: 'draw', actors: [] })).toEqual({ left: 2, barred: [] })
    expect(fourEyes({ duty: 'draw', actors: [step('c', 'draw')] })).toEqual({ left: 1, barred: ['c'] })
    expect(fourEyes({ duty: 'draw', actors: [step('c', 'draw'), step('c', 'draw')] })).toEqual({
      left: 1,
      barred: ['c'],
    })
    expect(fourEyes({ duty: 'draw', actors: [step('c', 'draw'), step('d', 'draw')] })).toEqual({
      left: 0,
      barred: ['c', 'd'],
    })
  })
  it('takes more people where a thing asks for more than usual', () => {
    const actors = [step('c', 'approve')]
    expect(fourEyes({ duty: 'approve', actors, persons: 2 })).toEqual({ left: 1, barred: ['c'] })
  })
  it('nobody decides about their own affair; other duties do not matter', () => {
    expect(fourEyes({ duty: 'moderate', actors: [step('a', 'review')], concerned: ['me'] })).toEqual({
      left: 1,
      barred: ['me'],
    })
  })
  it('however a case goes, no person pays twice, nor pays what they reviewed or approved', () => {
    const persons = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const duties = fc.constantFrom<Duty>('review', 'approve', 'pay')
    fc.assert(
      fc.property(fc.array(fc.tuple(persons, duties), { maxLength: 20 }), (tries) => {
        const done: DoneStep[] = []
        for (const [accountId, duty] of tries) {
          const { left, barred } = fourEyes({ duty, actors: done })
          if (left > 0 && !barred.includes(accountId)) done.push({ accountId, duty })
        }
        for (const one of new Set(done.map(({ accountId }) => accountId)))
          expect(done.filter(({ accountId }) => accountId === one)).toHaveLength(1)
        expect(done.filter(({ duty }) => duty === 'pay').length).toBeLessThanOrEqual(2)
      }),
    )
  })
})

it('a grant holds what it names, if its role may', () => {
  expect(grantHolds({ role: 'notary', duties: ['draw'] }, 'draw')).toBe(true)
  expect(grantHolds({ role: 'notary', duties: ['pay'] }, 'pay')).toBe(false)
  expect(ROLES.filter((role) => DUTY_NAMES.some((duty) => roleHolds(role, duty)))).toEqual([
    'volunteer',
    'officer',
    'supervisor',
    'notary',
  ])
})
