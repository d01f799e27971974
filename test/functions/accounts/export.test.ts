import { accessLog } from '../../../functions/accounts/collections'
import { HOUR } from '../../../functions/core/pure/time'
import { testServices, type TestServices } from '../../harness/context'
import { accesses, pastAppointments } from './many'
import { as, cast, verified, type Cast } from './people'

let services: TestServices
let people: Cast
let taxpayerId: string
beforeEach(async () => {
  services = await testServices()
  people = await cast(services)
  taxpayerId = await verified(services, people)
})
afterEach(() => services.close())

const page = (who: string, after?: string, key?: string) =>
  as(services, who, key === undefined ? {} : { key })('export', after === undefined ? {} : { after })

type Page = Awaited<ReturnType<typeof page>>

const pagesOf = async (who: string): Promise<readonly Page[]> => {
  const pages = [await page(who)]
  for (let next = pages[0]?.next; next !== undefined; next = pages.at(-1)?.next)
    pages.push(await page(who, next))
  return pages
}

const documentsOf = (pages: readonly Page[], name: string) =>
  pages.flatMap(({ sections }) =>
    sections.filter((one) => one.name === name).flatMap(({ documents }) => documents),
  )

const code = (answer: Promise<unknown>) =>
  answer.then(
    () => 'answered',
    (error: { code: string }) => error.code,
  )

const ownLog = async () => (await as(services, people.wang)('accessLog', { limit: 50 })).items

it('shows more than 1 200 documents, each once, in answers that every edge can carry', async () => {
  await pastAppointments(services, { accountId: people.wang, taxpayerId }, 1250)
  await accesses(services, people.wang, 700)
  const pages = await pagesOf(people.wang)
  const booked = documentsOf(pages, 'appointments').map(({ id }) => id)
  expect(booked).toHaveLength(1250)
  expect(new Set(booked).size).toBe(1250)
  expect(documentsOf(pages, 'accessLog').filter(({ field }) => field === 'name')).toHaveLength(700)
  expect(documentsOf(pages, 'taxpayers')).toMatchObject([{ id: taxpayerId }])
  for (const one of pages) expect(Buffer.byteLength(JSON.stringify(one))).toBeLessThan(350_000)
  expect(pages.length).toBeGreaterThan(8)
})

it('says so where it is not all: an older client that asks for no page is cut by no silence', async () => {
  await pastAppointments(services, { accountId: people.wang, taxpayerId }, 450)
  const pages = await pagesOf(people.wang)
  expect(pages.map(({ complete }) => complete)).toEqual([...pages.slice(1).map(() => false), true])
  expect(pages[0]?.next).toBeDefined()
  expect(pages.at(-1)?.next).toBeUndefined()
})

it('names every section on its first page, in the words of its reader', async () => {
  const first = await page(people.li)
  expect(first.sections.find(({ name }) => name === 'appointments')).toEqual({
    name: 'appointments',
    what: '您的预约',
    documents: [],
  })
  const english = await as(services, people.li, { language: 'en' })('export', {})
  expect(english.sections.every(({ what }) => /^[A-Z]/.test(what))).toBe(true)
})

it('shows what an agent booked for me, and not what my agent does for others', async () => {
  await pastAppointments(services, { accountId: people.li, taxpayerId }, 3)
  expect(documentsOf(await pagesOf(people.wang), 'appointments')).toHaveLength(3)
  expect(documentsOf(await pagesOf(people.auditor), 'appointments')).toHaveLength(0)
})

it('is one entry of the access log, however many pages, and one more an hour later', async () => {
  await pastAppointments(services, { accountId: people.wang, taxpayerId }, 900)
  await pagesOf(people.wang)
  expect((await ownLog()).map(({ field }) => field)).toEqual(['export'])
  const { next } = await page(people.wang)
  services.time.now += HOUR
  await page(people.wang, next)
  expect(await ownLog()).toHaveLength(3)
})

it('gives a page again under its key, without another entry; another page under a first page’s key is refused', async () => {
  await pastAppointments(services, { accountId: people.wang, taxpayerId }, 450)
  const first = await page(people.wang, undefined, 'k1')
  expect((await page(people.wang, undefined, 'k1')).complete).toBe(false)
  const second = await page(people.wang, first.next, 'k2')
  expect(await page(people.wang, first.next, 'k2')).toEqual(second)
  expect(await ownLog()).toHaveLength(1)
  expect(await code(page(people.wang, first.next, 'k1'))).toBe('KEY_REUSED')
})

it('writes nothing of what it showed', async () => {
  await page(people.wang)
  const [entry] = (
    await services.store.query(accessLog.name, { index: 'owner', where: { owner: people.wang } })
  ).items
  expect(JSON.stringify(entry)).not.toContain('王小明')
  expect((await services.store.query('receipts', { index: 'id' })).items.some(({ doc }) => doc.export)).toBe(
    false,
  )
})

it('takes no cursor that it did not give, nor somebody else’s as a way to their data', async () => {
  await pastAppointments(services, { accountId: people.wang, taxpayerId }, 450)
  const { next = '' } = await page(people.wang)
  const parts = JSON.parse(Buffer.from(next, 'base64url').toString()) as unknown[]
  const made = (change: Readonly<Record<number, unknown>>): string =>
    Buffer.from(JSON.stringify(Object.assign([...parts], change))).toString('base64url')
  for (const wrong of [
    'rubbish',
    '',
    made({ 1: 'noSuch' }),
    made({ 2: 99 }),
    made({ 4: 'rubbish' }),
    made({ 3: 5 }),
  ])
    expect([wrong, await code(page(people.wang, wrong))]).toEqual([wrong, 'INVALID_INPUT'])
  const theirs = await page(people.li, next)
  expect(JSON.stringify(theirs)).not.toContain(people.wang)
  expect(documentsOf([theirs], 'appointments')).toEqual([])
  // It does not hide in the entry of another's export either.
  expect((await as(services, people.li)('accessLog', { limit: 5 })).items).toHaveLength(1)
})
