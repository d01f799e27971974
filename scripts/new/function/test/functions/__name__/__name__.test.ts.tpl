/** `__name__` through the real entry, on a database file. */
import { contract } from '../../../functions/__name__/contract'
import { MOST_LINES } from '../../../functions/__name__/rules/room'
import { router } from '../../../functions/__name__/router'
import { createEntry, type Entry } from '../../../functions/core/io/entry/entry'
import { identify } from '../../../functions/core/io/identity/caller'
import { testServices, type TestServices } from '../../harness/context'

let services: TestServices
let entry: Entry
let authorization: string
beforeEach(async () => {
  services = await testServices()
  entry = createEntry({ functions: { __name__: { contract, router } }, services, identify, callsPerMinute: Infinity, strict: true })
  authorization = `Bearer ${await services.tokenOf(await services.person('__name__'))}`
})
afterEach(() => services.close())

const add = (text: string, headers: Readonly<Record<string, string>> = { authorization }) =>
  entry.handle({ procedure: '__name__/add', input: { text }, headers })

describe('adding a line', () => {
  it('keeps it and says how many more there is room for', async () => {
    expect(await add('第一行')).toMatchObject({ status: 200, body: { line: { text: '第一行' }, left: MOST_LINES - 1 } })
  })

  it('answers a repeat with the same line', async () => {
    const headers = { authorization, 'idempotency-key': '__name__-key' }
    const [first, again] = [await add('一行', headers), await add('一行', headers)]
    expect(again.body).toEqual(first.body)
    expect((await add('下一行')).body).toMatchObject({ left: MOST_LINES - 2 })
  })

  it('never keeps more than there is room for, whoever adds at the same time', async () => {
    const replies = await Promise.all(Array.from({ length: MOST_LINES + 5 }, (_, at) => add(`第 ${at} 行`)))
    expect(replies.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(MOST_LINES)
    for (let more = 0; more < MOST_LINES; more += 1) await add('再来')
    expect(await add('一行太多')).toMatchObject({ status: 409, body: { code: '__NAME___FULL' } })
  })

  it('asks to sign in, and says which field is wrong', async () => {
    expect(await add('谁', {})).toMatchObject({ status: 401, body: { code: 'SIGN_IN' } })
    expect(await add('')).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT', data: { issues: [{ path: 'text' }] } } })
  })
})
