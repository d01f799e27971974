/** Policies from the draft to who is told of them. */
import { deliveries } from '../../../functions/core/io/delivery/collections'
import { deliveryChoices } from '../../../functions/core/io/delivery/collections-person'
import { noOpSender, sayNothing } from '../../../functions/core/io/delivery/no-op'
import { deliver } from '../../../functions/core/io/delivery/work'
import { allOf } from '../../../functions/core/io/store/pages'
import { transact } from '../../../functions/core/io/store/transact'
import { ANY_HOUR } from '../core/delivery/parts'
import { openWorld, HALL, publish, PUBLISHER, written, WRITER, type World } from './world'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const kinds = async (name: string): Promise<readonly string[]> =>
  (await world.told(name)).map(({ kind }) => kind)
/** At any hour, by e-mail. */
const allowEmail = async ({ services, accountOf }: World, name: string): Promise<void> => {
  const accountId = await accountOf(name)
  await transact(services, async (tx) => {
    await tx.get(deliveryChoices, accountId)
    tx.put(deliveryChoices, accountId, { ...ANY_HOUR, v: 1, changedAt: tx.now })
  })
}
const save = (change: object = {}) => ({
  hallId: HALL,
  id: null,
  from: null,
  text: written(),
  why: null,
  ...change,
})

describe('writing', () => {
  test('whoever saved it last does not publish it', async () => {
    const { id, changedAt } = await world.must<{ id: string; changedAt: number }>('policies/save', save(), {
      as: WRITER,
    })
    expect(await world.refused('policies/publish', { id, from: changedAt }, { as: WRITER })).toBe('FOUR_EYES')
    expect(await world.refused('policies/policy', { id })).toBe('NOT_FOUND')
    await world.must('policies/publish', { id, from: changedAt }, { as: PUBLISHER })
    expect(await world.must('policies/policy', { id })).toMatchObject({
      policy: { version: 1, state: 'published' },
    })
  })

  test('an edit over another’s is refused, and neither is lost', async () => {
    const { id, changedAt } = await world.must<{ id: string; changedAt: number }>('policies/save', save(), {
      as: WRITER,
    })
    const edit = save({ id, from: changedAt })
    await world.must('policies/save', edit, { as: WRITER })
    expect(await world.refused('policies/save', edit, { as: PUBLISHER })).toBe('POLICY_CHANGED')
    expect(await world.refused('policies/publish', { id, from: changedAt }, { as: PUBLISHER })).toBe(
      'POLICY_CHANGED',
    )
  })

  test.each([
    ['ends before it begins', { text: written({ effectiveTo: '2025-12-31' }) }],
    ['has no text', { text: written({ body: { zh: [], en: [] } }) }],
    ['is for an industry that is none', { text: written({ audience: { industry: ['XX'] } }) }],
    ['is for a place that is none', { text: written({ audience: { region: ['990000'] } }) }],
  ])('one that %s is refused', async (_, change) => {
    expect(await world.refused('policies/save', save(change), { as: WRITER })).toBe('INVALID_INPUT')
  })

  test('a correction says what it corrects', async () => {
    const id = await publish(world)
    const { policy } = await world.must<{ policy: { changedAt: number } }>(
      'policies/officePolicy',
      { id },
      { as: WRITER },
    )
    const correction = save({ id, from: policy.changedAt })
    expect(await world.refused('policies/save', correction, { as: WRITER })).toBe('INVALID_INPUT')
  })

  test('a test comes to its writer alone', async () => {
    await world.person('林某', { kind: 'smallScale' })
    const { id } = await world.must<{ id: string }>('policies/save', save(), { as: WRITER })
    await world.must('policies/test', { id }, { as: WRITER })
    await world.settle()
    expect(await kinds(WRITER)).toEqual(['policies.test'])
    expect(await kinds('林某')).toEqual([])
  })
})

describe('telling', () => {
  test('those are told whom its audience has, once each, and with why', async () => {
    await world.person('小规模', { kind: 'smallScale', industry: '62', region: '350203' })
    await world.person('一般', { kind: 'general', industry: '62', region: '350203' })
    await world.person('别处', { kind: 'smallScale', industry: '62', region: '510104' })
    await world.person('别业', { kind: 'smallScale', industry: '47', region: '350203' })
    await world.settle()
    const audience = { kind: ['smallScale', 'selfEmployed'], industry: ['H'], region: ['3502'] }
    const reach = await world.must('policies/reach', { hallId: HALL, audience }, { as: WRITER })
    expect(reach).toEqual({ reached: 1, exact: true })
    const id = await publish(world, written({ audience }))
    await world.settle()
    await world.settle()
    expect(await kinds('小规模')).toEqual(['policies.published'])
    for (const name of ['一般', '别处', '别业', WRITER]) expect(await kinds(name)).toEqual([])
    const { items } = await world.must<{ items: readonly { title: string; body: string }[] }>(
      'inbox/mine',
      {},
      { as: '小规模', language: 'en' },
    )
    expect(items[0]?.body).toContain('VAT relief for small-scale payers')
    const why = await world.must('policies/reasons', { id }, { as: '小规模' })
    expect(why).toMatchObject({ everybody: false, reasons: ['小规模纳税人', '住宿和餐饮业', '厦门市'] })
    expect(await world.must('policies/progress', { id }, { as: WRITER })).toMatchObject({
      versions: [{ version: 1, told: 1, done: true }],
      readers: { read: 0, more: false },
    })
  })

  test('its office reads what came of it by channel, and who stopped: each once, and taken back', async () => {
    for (const name of ['甲某', '乙某']) {
      await world.person(name, { kind: 'smallScale' })
      await allowEmail(world, name)
    }
    await world.settle()
    const id = await publish(world)
    await world.settle()
    const progress = () => world.must<Record<string, unknown>>('policies/progress', { id }, { as: WRITER })
    expect(await progress()).toMatchObject({ channels: [], stopped: { topic: 0, policy: 0 } })
    const stop = async (as: string, what: string, undo = false) => {
      const { items } = await world.must<{ items: readonly { id: string }[] }>('inbox/mine', {}, { as })
      // Said twice, it counts once.
      for (let time = 0; time < 2; time += 1)
        await world.must('subscriptions/stop', { id: items[0]?.id, what, undo }, { as })
    }
    // She stops it while her message waits; the other one goes out.
    await stop('甲某', 'topic')
    await deliver(world.services, { sender: noOpSender('email', () => undefined), say: sayNothing })
    expect(await progress()).toMatchObject({
      channels: [{ channel: 'email', sent: 1, failed: [{ why: 'topicStopped', count: 1 }] }],
      stopped: { topic: 1, policy: 0 },
    })
    await stop('乙某', 'this')
    expect(await progress()).toMatchObject({ stopped: { topic: 1, policy: 1 } })
    await stop('甲某', 'topic', true)
    expect(await progress()).toMatchObject({ stopped: { topic: 0, policy: 1 } })
  })

  test('who has stopped the topic has it in the inbox alone, and hears of its withdrawal', async () => {
    await world.person('停了', { kind: 'smallScale' })
    await allowEmail(world, '停了')
    const accountId = await world.accountOf('停了')
    await transact(world.services, async (tx) => {
      await tx.get(deliveryChoices, accountId)
      tx.put(deliveryChoices, accountId, { ...ANY_HOUR, stopped: ['policies'], v: 1, changedAt: tx.now })
    })
    await world.settle()
    const id = await publish(world)
    await world.settle()
    await world.must('policies/withdraw', { id, why: { zh: '写错了', en: '' } }, { as: PUBLISHER })
    await world.settle()
    expect([...(await kinds('停了'))].sort()).toEqual(['policies.published', 'policies.withdrawn'])
    expect(await allOf(world.services.store, deliveries, { index: 'account', where: { accountId } })).toEqual(
      [],
    )
  })

  test('one for everybody reaches whoever hears of policies at all', async () => {
    await world.person('甲某', {})
    await world.person('乙某', {})
    await world.must('profiles/follow', { interests: [], hears: false }, { as: '乙某' })
    await world.settle()
    await publish(world, written({ audience: {} }))
    await world.settle()
    expect(await kinds('甲某')).toEqual(['policies.published'])
    expect(await kinds('乙某')).toEqual([])
  })

  test('one who has several of its tags is told once', async () => {
    await world.person('双全', { kind: 'smallScale', taxes: ['vat', 'stamp'] }, ['relief', 'filing'])
    await world.settle()
    await publish(world, written({ audience: { tax: ['vat', 'stamp'] } }))
    await world.settle()
    expect(await kinds('双全')).toEqual(['policies.published'])
  })

  test('who has erased herself is told nothing', async () => {
    await world.person('走了', { kind: 'smallScale' })
    await world.settle()
    await world.must('accounts/erase', { confirm: 'ERASE' }, { as: '走了' })
    await publish(world)
    await world.settle()
    expect(await kinds('走了')).toEqual([])
  })

  test('a correction reaches whom the first version reached, who follows it, and tells newcomers of a policy', async () => {
    await world.person('旧者', { kind: 'smallScale' })
    await world.person('新者', { kind: 'general' })
    await world.person('跟者', { kind: 'person' })
    await world.settle()
    const id = await publish(world)
    await world.must('policies/follow', { id, on: true }, { as: '跟者' })
    await world.settle()
    const why = { zh: '起始日期更正', en: '' }
    await publish(world, written({ audience: { kind: ['smallScale', 'general'] } }), { id, why })
    await world.settle()
    expect([...(await kinds('旧者'))].sort()).toEqual(['policies.corrected', 'policies.published'])
    expect(await kinds('跟者')).toEqual(['policies.corrected'])
    expect(await kinds('新者')).toEqual(['policies.published'])
    await world.must('policies/withdraw', { id, why: { zh: '上位文件已废止', en: '' } }, { as: WRITER })
    await world.settle()
    for (const name of ['旧者', '新者', '跟者']) expect(await kinds(name)).toContain('policies.withdrawn')
    expect(await world.must('policies/policy', { id })).toMatchObject({
      state: 'withdrawn',
      versions: [
        { change: 'withdrawn', why: '上位文件已废止' },
        { change: 'corrected' },
        { change: 'published' },
      ],
    })
    expect(
      await world.refused('policies/withdraw', { id, why: { zh: '再来', en: '' } }, { as: WRITER }),
    ).toBe('POLICY_STATE')
  })
})
