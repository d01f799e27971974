import { createKeeper } from '../../../src/packages/refunds/model/keeper'

class Lost extends Error {}
interface Sent {
  readonly wish: string
  readonly draftId: string | undefined
  readonly key: string
}

/** A server that keeps what arrives; `fail` says what becomes of the next answers. */
const kept = (
  fail: (Error | undefined)[] = [],
  begun?: { kept: { id: string; at: number }; wish?: string },
) => {
  const sent: Sent[] = []
  const byKey = new Map<string, string>()
  const keeper = createKeeper<string>({
    begun,
    isUnsure: (thrown) => thrown instanceof Lost,
    send: async (wish, draftId, key) => {
      sent.push({ wish, draftId, key })
      const id = draftId ?? byKey.get(key) ?? `rd_${byKey.size + 1}`
      const failure = fail.shift()
      // A lost answer is that of a save which arrived.
      if (!failure || failure instanceof Lost) byKey.set(key, id)
      if (failure) throw failure
      return { id, changedAt: sent.length }
    },
  })
  return { keeper, sent, drafts: byKey }
}

it('begins one draft and changes it from then on, one save after the other', async () => {
  const { keeper, sent } = kept()
  await Promise.all([keeper.save('a'), keeper.save('b')])
  expect(sent.map(({ wish, draftId }) => [wish, draftId])).toEqual([
    ['a', undefined],
    ['b', 'rd_1'],
  ])
  expect(keeper.kept()).toEqual({ id: 'rd_1', at: 2 })
})

it('sends nothing that the server has already', async () => {
  const { keeper, sent } = kept([], { kept: { id: 'rd_9', at: 1 }, wish: 'a' })
  expect(keeper.isDirty('a')).toBe(false)
  await keeper.save('a')
  expect(sent).toEqual([])
  await keeper.save('b')
  expect(sent).toMatchObject([{ wish: 'b', draftId: 'rd_9' }])
})

it('settles a first save whose answer was lost before it sends another: one application, one draft', async () => {
  const { keeper, sent, drafts } = kept([new Lost()])
  await expect(keeper.save('a')).rejects.toThrow(Lost)
  await keeper.save('b')
  expect(sent.map(({ wish, draftId }) => [wish, draftId])).toEqual([
    ['a', undefined],
    ['a', undefined],
    ['b', 'rd_1'],
  ])
  expect(sent[0]?.key).toBe(sent[1]?.key)
  expect(new Set(drafts.values()).size).toBe(1)
})

it('tries a refused save again as something new', async () => {
  const { keeper, sent } = kept([new Error('refused')])
  await expect(keeper.save('a')).rejects.toThrow('refused')
  expect(keeper.kept()).toBeUndefined()
  await keeper.save('a')
  expect(sent[0]?.key).not.toBe(sent[1]?.key)
})

it('begins a new draft once the old one is lost, and not before', async () => {
  const { keeper, sent } = kept([new Error('gone')], { kept: { id: 'rd_9', at: 1 }, wish: 'a' })
  await expect(keeper.save('b')).rejects.toThrow('gone')
  expect(sent).toMatchObject([{ draftId: 'rd_9' }])
  keeper.lose()
  await keeper.save('b')
  expect(sent[1]?.draftId).toBeUndefined()
})
