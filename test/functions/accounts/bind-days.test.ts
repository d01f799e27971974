import { DAY_MS } from '../../../functions/core/pure/time'
import { testServices, type TestServices } from '../../harness/context'
import { as, cast, FIRM, PERSON, verified, verifyAt, type Cast } from './people'

let services: TestServices
let people: Cast
beforeEach(async () => {
  services = await testServices()
  people = await cast(services)
})
afterEach(() => services.close())

describe('the numbers that an account may add in a day', () => {
  const firm = (n: number) => ({ ...FIRM, number: `TAX${200_000_000_000_000 + n}` })
  const bind = async (who: string, subject: typeof PERSON | typeof FIRM | ReturnType<typeof firm>) =>
    as(services, who)('bind', subject).then(
      () => 'bound',
      (error: { code: string }) => error.code,
    )
  const bindMany = async (who: string, from: number, count: number): Promise<string[]> => {
    const answers: string[] = []
    for (let i = from; i < from + count; i += 1) answers.push(await bind(who, firm(i)))
    return answers
  }

  it('are ten, with the rule, its basis and the figures', async () => {
    expect(new Set(await bindMany(people.wang, 0, 10))).toEqual(new Set(['bound']))
    await expect(as(services, people.wang)('bind', PERSON)).rejects.toMatchObject({
      code: 'LIMIT_BINDINGS',
      data: { limit: 10, used: 10, rule: expect.any(String), basis: expect.any(String), unconfirmed: true },
    })
    services.time.now += DAY_MS
    expect(await bind(people.wang, PERSON)).toBe('bound')
  })
  it('count what was let go again, and do not count the same number twice', async () => {
    for (let i = 0; i < 10; i += 1) {
      const { taxpayer } = await as(services, people.wang)('bind', firm(i))
      await as(services, people.wang)('unbind', { taxpayerId: taxpayer.id })
    }
    expect(await bind(people.wang, firm(10))).toBe('LIMIT_BINDINGS')
    expect([await bind(people.wang, firm(3)), await bind(people.wang, firm(3))]).toEqual([
      'bound',
      'ALREADY_BOUND',
    ])
  })
  it('count those that were found to be verified by somebody else, who cannot be told from others afterwards', async () => {
    for (let i = 0; i < 9; i += 1) await bind(people.li, firm(i))
    await verified(services, people, PERSON)
    expect([await bind(people.li, PERSON), await bind(people.li, PERSON)]).toEqual([
      'ALREADY_VERIFIED',
      'ALREADY_VERIFIED',
    ])
    const { taxpayer } = await as(services, people.wang)('bind', FIRM)
    await verifyAt(services, people.officer, taxpayer.id)
    expect([await bind(people.li, FIRM), await bind(people.li, firm(99))]).toEqual([
      'LIMIT_BINDINGS',
      'LIMIT_BINDINGS',
    ])
  })
  it('are no more when asked for all at once, and go on counting after an erasure', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => bind(people.wang, firm(i))))
    expect(answers.filter((answer) => answer === 'bound').length).toBeLessThanOrEqual(10)
    await as(services, people.wang)('erase', { confirm: 'ERASE' })
    const again = await bindMany(await services.person('wang'), 100, 10)
    const bound = [...answers, ...again].filter((answer) => answer === 'bound')
    expect(bound.length).toBeLessThanOrEqual(10)
    expect(again.at(-1)).toBe('LIMIT_BINDINGS')
  })
})
