import { ApiError } from '../../../src/client/errors'
import { createBatch, type Progress } from '../../../src/packages/workbench/model/batch'
import { hasRoom, pointProblems, pointsOf, withFree } from '../../../src/packages/workbench/model/corrections'
import { canAct, isPayable, nextOf, timeLeft } from '../../../src/packages/workbench/model/items'
import { FORMS, kindName, LAWS } from '../../../src/packages/workbench/model/kinds'
import { addressOf, kindChoices, kindWords, stateWords } from '../../../src/packages/workbench/model/opens'
import { kindLaws, kindRules } from '../../../functions/refunds/rules/kinds'
import { CLAIM_KINDS } from '../../../functions/refunds/rules/kind'
import { item, payable } from './fixtures'

describe('kinds', () => {
  it('have the forms and the laws that the rules go by', () => {
    expect(LAWS).toEqual(kindLaws)
    for (const kind of CLAIM_KINDS) expect(FORMS[kind]).toBe(kindRules[kind].form)
  })

  it('of a later version have no name here, and open nothing', () => {
    expect(kindName('laterKind')).toBeUndefined()
    expect(addressOf({ ...item(), feature: 'prizes' })).toBeUndefined()
    expect(stateWords({ ...item(), state: 'laterState' })).toBeUndefined()
    expect(kindWords({ feature: 'prizes', kind: 'overpaid' })).toBeUndefined()
  })

  it('open their own pages: a traveller’s form is customs’, then the agency’s', () => {
    const form = { feature: 'refunds', kind: 'departure', id: 'df_1' }
    expect(addressOf(item())).toContain('workbench/refund')
    expect(addressOf({ ...form, duty: 'customs' })).toContain('departure/customs')
    expect(addressOf({ ...form, duty: 'pay' })).toContain('departure/agency')
    expect(stateWords({ ...form, state: 'customsVerified' })?.zh).toBe('海关已验核')
    expect(kindChoices().filter(({ feature }) => feature === 'refunds')).toHaveLength(8)
  })
})

describe('what is mine to do', () => {
  it('is what I may and nobody else has', () => {
    expect(canAct(item())).toBe(true)
    expect(canAct(item({ assignee: 'other' }))).toBe(false)
    expect(canAct(item({ mayAct: false }))).toBe(false)
    expect(nextOf([item(), item({ id: 'b', mayAct: false }), item({ id: 'c' })], item().id)?.id).toBe('c')
  })

  it('can be paid together when it is approved, of a claim, and free', () => {
    expect(isPayable(payable('b'))).toBe(true)
    expect(isPayable(payable('b', { state: 'ordered' }))).toBe(false)
    expect(isPayable(payable('b', { kind: 'departure' }))).toBe(false)
    expect(isPayable(payable('b', { assignee: 'other' }))).toBe(false)
  })
})

describe('time left', () => {
  const days = { due: '2026-12-01', outer: '2026-12-05', runs: true }
  it.each([
    [
      'counts to the target while there is time',
      '2026-11-28',
      { toward: 'target', daysLeft: 3, late: false },
    ],
    ['is there still on the target day', '2026-12-01', { toward: 'target', daysLeft: 0, late: false }],
    ['counts to the last day after that', '2026-12-02', { toward: 'outer', daysLeft: 3, late: false }],
    ['is over after the last day', '2026-12-06', { toward: 'outer', daysLeft: -1, late: true }],
  ] as const)('%s', (_, today, found) => expect(timeLeft(days, today)).toMatchObject(found))

  it('is the law’s where both days are one, and counts to nothing while it stands still', () => {
    expect(timeLeft({ ...days, due: '2026-12-05' }, '2026-12-01')).toMatchObject({
      toward: 'outer',
      daysLeft: 4,
    })
    expect(timeLeft({ ...days, runs: false }, '2026-12-09')).toEqual({
      target: '2026-12-01',
      outer: '2026-12-05',
      toward: 'outer',
      late: false,
    })
  })

  it('is not known before the holidays are published', () => {
    expect(timeLeft({ due: '9999-12-31', outer: null, runs: true }, '2026-12-01')).toEqual({
      toward: 'outer',
      late: false,
    })
  })
})

describe('paying together', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const refusal = (code: 'CASE_STATE' | 'CASE_TAKEN' | 'OFFLINE' | 'SIGN_IN', data?: unknown) =>
    new ApiError(code, `${code} said`, data, '', code === 'OFFLINE')
  const stage = (answer: (ids: readonly string[], call: number) => unknown) => {
    const sent: { readonly ids: string; readonly key: string }[] = []
    const told: Progress[] = []
    let keys = 0
    const batch = createBatch({
      ids,
      draw: () => `key-${(keys += 1)}`,
      tell: (progress) => void told.push(progress),
      send: async (group, key) => {
        sent.push({ ids: group.join(''), key })
        const error = answer(group, sent.length)
        if (error) throw error
        return group.map((id) => ({ id, payable: 100 }))
      },
    })
    return { batch, sent, told }
  }

  it('goes on in turn, four in a call, and tells how far it is', async () => {
    const { batch, sent, told } = stage(() => undefined)
    expect(await batch.run()).toMatchObject({ refused: [], left: [], ordered: ids.map((id) => ({ id })) })
    expect(sent.map((call) => call.ids)).toEqual(['abcd', 'ef'])
    expect(told.map(({ left }) => left.length)).toEqual([2, 0])
  })

  it('leaves out the one that was refused by name, and orders the others', async () => {
    const { batch, sent } = stage((group) =>
      group.includes('b') ? refusal('CASE_STATE', { id: 'b' }) : undefined,
    )
    const { ordered, refused, left } = await batch.run()
    expect(ordered.map(({ id }) => id).join('')).toBe('acdef')
    expect(refused).toEqual([{ id: 'b', why: 'CASE_STATE said' }])
    expect(left).toEqual([])
    expect(sent.map((call) => call.ids)).toEqual(['abcd', 'acd', 'ef'])
  })

  it('finds the one that was refused without a name by asking for each alone', async () => {
    const { batch, sent } = stage((group) => (group.includes('e') ? refusal('CASE_TAKEN') : undefined))
    const { ordered, refused } = await batch.run()
    expect(ordered.map(({ id }) => id).join('')).toBe('abcdf')
    expect(refused.map(({ id }) => id)).toEqual(['e'])
    expect(sent.map((call) => call.ids)).toEqual(['abcd', 'ef', 'e', 'f'])
  })

  it('stops where the connection breaks off, and goes on under the same key: nothing is paid twice', async () => {
    const { batch, sent } = stage((_, call) => (call === 2 ? refusal('OFFLINE') : undefined))
    expect(await batch.run()).toMatchObject({ left: ['e', 'f'] })
    expect(await batch.run()).toMatchObject({ left: [], refused: [] })
    expect(sent).toEqual([
      { ids: 'abcd', key: 'key-1' },
      { ids: 'ef', key: 'key-2' },
      { ids: 'ef', key: 'key-2' },
    ])
  })

  it('asks for nothing more once its person is signed out', async () => {
    const { batch, sent } = stage(() => refusal('SIGN_IN'))
    expect(await batch.run()).toMatchObject({ left: ids, ordered: [], refused: [] })
    expect(sent).toHaveLength(1)
  })
})

describe('a list of corrections', () => {
  it('holds chosen materials in the order of the kind, then one’s own lines that say something', () => {
    const draft = withFree(withFree({ chosen: { second: ' 乙 ', first: '甲' }, free: [] }))
    const filled = {
      ...draft,
      free: draft.free.map((line) => ({ ...line, said: line.n === 2 ? '丙丁' : ' ' })),
    }
    const points = pointsOf(filled, ['first', 'second'])
    expect(points).toEqual([
      { code: 'first', said: '甲' },
      { code: 'second', said: '乙' },
      { code: 'other2', said: '丙丁' },
    ])
    expect(pointProblems(points)).toEqual({ first: 'short', second: 'short' })
  })

  it('takes twenty points at most, and no number twice', () => {
    let draft = withFree({ chosen: {}, free: [] })
    while (hasRoom(draft)) draft = withFree(draft)
    expect(draft.free.map(({ n }) => n)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  })
})
