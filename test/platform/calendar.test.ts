/** A subscribed calendar, as a phone fetches it from a real server: by its secret address alone. */
import { readCalendar } from '../harness/ics'
import { startRunning, type Running } from './running'

let running: Running
beforeAll(async () => {
  running = await startRunning()
})
afterAll(() => running.close())

const call = async <T>(
  person: Readonly<Record<string, string>>,
  procedure: string,
  input: object = {},
): Promise<T> => {
  const answer = await running.post(`/api/deadlines/${procedure}`, input, person)
  expect(answer.status).toBe(200)
  return answer.body as T
}

const opened = async (person: Readonly<Record<string, string>>): Promise<string> =>
  (await call<{ feed: { path: string } }>(person, 'openFeed')).feed.path

const get = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
  running.send(path, { method, headers })

it('is an iCalendar for whoever has its address, in the language that it was made in', async () => {
  const person = await running.signIn('subscriber')
  const path = await opened({ ...person, 'accept-language': 'en' })
  const answer = await get(path, { 'accept-language': 'zh-CN' })
  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, max-age=60',
    'x-content-type-options': 'nosniff',
    'content-disposition': 'inline; filename="deadlines.ics"',
  })
  expect(readCalendar(answer.text).events.length).toBeGreaterThan(0)
  expect(answer.text).toMatch(/Individual income tax/)
  expect((await call<{ feed: { path: string } }>(person, 'feed')).feed.path).toBe(path)
})

it('is not sent again to who has it, until something of it changes', async () => {
  const person = await running.signIn('asks-again')
  const path = await opened(person)
  const etag = (await get(path)).headers.get('etag') ?? ''
  running.clock.now += 60_000
  const again = await get(path, { 'if-none-match': etag })
  expect([again.status, again.text]).toEqual([304, ''])
  const asked = await get(path, {}, 'HEAD')
  expect([asked.status, asked.text, asked.headers.get('etag')]).toEqual([200, '', etag])
  await call(person, 'setProfile', { kind: 'person', taxes: ['iitAnnual', 'iitAbroad'], periods: {} })
  expect(await get(path, { 'if-none-match': etag })).toMatchObject({ status: 200 })
})

it('is nobody’s any more once it was revoked, or another was made', async () => {
  const person = await running.signIn('revokes')
  const first = await opened(person)
  const second = await opened(person)
  expect(second).not.toBe(first)
  expect((await get(first)).status).toBe(404)
  expect((await get(second)).status).toBe(200)
  await call(person, 'closeFeed')
  const gone = await get(second)
  expect(gone).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
  expect(await call(person, 'feed')).toEqual({ feed: null })
})

it('is only read, and its secret stands in no log', async () => {
  const path = await opened(await running.signIn('careful'))
  const secret = path.slice('/api/calendar/'.length)
  for (const [method, at, status] of [
    ['POST', path, 405],
    ['DELETE', path, 405],
    ['GET', path.replace('.ics', ''), 404],
    ['GET', '/api/calendar/', 404],
    ['GET', `/api/calendar/${'A'.repeat(43)}.ics`, 404],
  ] as const)
    expect([at, (await get(at, {}, method)).status]).toEqual([at, status])
  expect(running.lines.length).toBeGreaterThan(0)
  expect(JSON.stringify(running.lines)).not.toContain(secret.slice(0, 43))
})

it('can be downloaded once, without any address', async () => {
  const person = await running.signIn('downloads')
  const { ics, name } = await call<{ ics: string; name: string }>(person, 'download')
  expect(name).toMatch(/^shuibang-\d{4}-\d\d-\d\d\.ics$/)
  expect(readCalendar(ics).events.length).toBeGreaterThan(0)
})
