/** A matter must be finished before the hall stops for lunch or for the day; a hall may say otherwise. */
import fc from 'fast-check'
import { timeVerdict } from '../../../functions/appointments/rules/enough-time'
import { limitsOn } from '../../../functions/appointments/rules/limits'
import { halls, matters } from '../../../functions/halls/collections'
import { forgetCatalogue } from '../../../functions/halls/public'
import { DAY, eachWorld, HALL, wish, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const grace = (value: number) =>
  limitsOn('2026-11-24', {
    pastClosingMinutes: {
      value,
      basis: { zh: '大厅公告', en: 'notice' },
      effectiveFrom: '2026-01-01',
      effectiveTo: null,
    },
  })

describe('the rule', () => {
  it.each([
    [30, 30, 0, true],
    [31, 30, 0, false],
    [45, 30, 0, false],
    [45, 30, 15, true],
    [46, 30, 15, false],
    [1, 0, 0, false],
    [0, 0, 0, true],
  ])('%i minutes with %i left and a grace of %i: %s', (needed, left, minutes, ok) =>
    expect(timeVerdict({ needed, left, limits: grace(minutes) }).ok).toBe(ok),
  )

  it('refuses exactly what would run over by more than the grace, whatever the figures', () => {
    fc.assert(
      fc.property(fc.nat(480), fc.nat(480), fc.nat(90), (needed, left, minutes) => {
        expect(timeVerdict({ needed, left, limits: grace(minutes) }).ok).toBe(needed - left <= minutes)
      }),
    )
  })
})

const patchHall = async (set: Record<string, never>): Promise<void> => {
  const { store } = world.instance.services
  await store.patch({ collection: halls.name, id: HALL, set })
  forgetCatalogue(store)
}

const minutesOf = async (minutes: number): Promise<void> => {
  const { store } = world.instance.services
  await store.patch({ collection: matters.name, id: wish.matter, set: { minutes } })
  forgetCatalogue(store)
}

const stateAt = async (start: number) =>
  (await world.expect('slots', { hallId: HALL, matter: wish.matter, day: DAY })).slots.find(
    (slot) => slot.start === start,
  )

describe('a matter of 45 minutes', () => {
  beforeEach(() => minutesOf(45))

  it.each([
    ['11:00', 660, true],
    ['11:30, before lunch', 690, false],
    ['13:30', 810, true],
    ['16:00', 960, true],
    ['16:30, before closing', 990, false],
  ])('at %s', async (_, start, ok) => {
    const token = await world.signIn('林小雨')
    const answers = [
      await world.call('hold', { ...wish, start }, { token }),
      await world.call('book', { ...wish, start: start }, { token: await world.signIn('陈建国') }),
    ]
    for (const answer of answers)
      expect(answer).toMatchObject(
        ok
          ? { ok: true }
          : {
              ok: false,
              status: 409,
              code: 'NOT_ENOUGH_TIME',
              data: { rule: expect.stringContaining('下班前办完'), basis: expect.any(String) },
            },
      )
    expect(await stateAt(start)).toMatchObject({ state: ok ? 'open' : 'blocked' })
  })

  it('is shown as blocked with its rule, in the caller’s language, and is not among the nearest', async () => {
    const { slots } = await world.expect(
      'slots',
      { hallId: HALL, matter: wish.matter, day: DAY },
      { language: 'en' },
    )
    const blocked = slots.filter(({ state }) => state === 'blocked')
    expect(blocked.map(({ start }) => start)).toEqual([690, 990])
    expect(blocked[0]?.why).toMatchObject({ rule: expect.stringContaining('0 minutes of grace') })
    const officer = await world.signIn('周敏')
    const none = { online: 0, walkIn: 1, priority: 0 }
    for (const start of [660, 960])
      await world.expect(
        'setCapacity',
        { hallId: HALL, day: DAY, start, capacity: none, reason: '测试' },
        { token: officer },
      )
    const full = await world.call('book', { ...wish, start: 660 }, { token: await world.signIn('林小雨') })
    const { nearest } = (full.ok ? {} : full.data) as { nearest: { hallId: string; start: number }[] }
    expect(nearest.length).toBeGreaterThan(0)
    expect(nearest.map(({ start }) => start)).not.toContain(690)
  })

  it('may run over where the hall says so, with a basis of its own', async () => {
    const override = {
      value: 15,
      basis: { zh: '本厅中午不停办', en: 'This hall works through lunch' },
      effectiveFrom: '2026-01-01',
      effectiveTo: null,
    }
    await patchHall({ limits: { pastClosingMinutes: override } as never })
    expect(await stateAt(690)).toMatchObject({ state: 'open' })
    await world.expect('book', { ...wish, start: 690 }, { token: await world.signIn('林小雨') })
    await minutesOf(46)
    expect(await stateAt(990)).toMatchObject({
      state: 'blocked',
      why: { basis: '本厅中午不停办', unconfirmed: false },
    })
  })

  it('is told among the rules of the hall', async () => {
    const { rules } = await world.expect('days', { hallId: HALL, matter: wish.matter }, { language: 'en' })
    expect(rules.map(({ rule }) => rule).join()).toContain('must be finished before the hall stops')
  })
})

it('a matter that fits no stretch of the hours leaves its day blocked, and says why', async () => {
  await minutesOf(240)
  const { days } = await world.expect('days', { hallId: HALL, matter: wish.matter })
  expect(days.find(({ day }) => day === DAY)).toMatchObject({
    state: 'blocked',
    left: 0,
    why: { rule: expect.stringContaining('下班前办完') },
  })
})

it('what can be held is what the slots say, for any minutes', async () => {
  const tokens = await world.signInAll(6, '时')
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 215 }),
      fc.constantFrom(540, 600, 660, 690, 810, 900, 990),
      fc.nat(5),
      async (minutes, start, who) => {
        await minutesOf(minutes)
        const slot = await stateAt(start)
        const end = start < 720 ? 720 : 1020
        expect(slot?.state).toBe(start + minutes <= end ? 'open' : 'blocked')
        const answer = await world.call('hold', { ...wish, start }, { token: tokens[who] ?? '' })
        if (answer.ok)
          await world.expect('cancel', { id: answer.body.appointment.id }, { token: tokens[who] ?? '' })
        expect(answer.ok ? 'open' : answer.code).toBe(slot?.state === 'open' ? 'open' : 'NOT_ENOUGH_TIME')
      },
    ),
    { numRuns: 20 },
  )
})
