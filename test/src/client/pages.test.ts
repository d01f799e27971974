import { ApiError } from '../../../src/client/errors'
import { collectPages, createPages, type Page } from '../../../src/client/pages'

interface Row {
  readonly id: string
  readonly word?: string
}
const rows = (...ids: readonly string[]): readonly Row[] => ids.map((id) => ({ id }))
const idOf = ({ id }: Row): string => id
const failure = new ApiError('BUSY', 'busy', undefined, 't', true)

const listOf = (answers: Record<string, Page<Row> | Error>) => {
  const asked: string[] = []
  const pages = createPages<Row>({
    idOf,
    fetch: async (after) => {
      asked.push(after)
      await Promise.resolve()
      const answer = answers[after]
      if (answer === undefined || answer instanceof Error) throw answer ?? new Error(after)
      return answer
    },
  })
  const ids = (): string => pages.store.getState().items.map(idOf).join('')
  return { pages, asked, answers, ids, state: () => pages.store.getState() }
}

it('adds page to page, and says when all is here', async () => {
  const { pages, ids, state } = listOf({ 1: { items: rows('c', 'd'), next: '2' }, 2: { items: rows('e') } })
  await pages.begin({ items: rows('a', 'b'), next: '1' })
  expect([ids(), state().next]).toEqual(['ab', '1'])
  await pages.more()
  await pages.more()
  expect([ids(), state().next, state().pages]).toEqual(['abcde', undefined, 3])
  await pages.more()
  expect(state().error).toBeUndefined()
})

it('asks once for a page that two ask for at once', async () => {
  const { pages, asked } = listOf({ 1: { items: rows('b') } })
  await pages.begin({ items: rows('a'), next: '1' })
  await Promise.all([pages.more(), pages.more()])
  expect(asked).toEqual(['1'])
})

it('keeps what it has when a later page fails, and goes on from there', async () => {
  const { pages, ids, state, answers } = listOf({ 1: failure })
  await pages.begin({ items: rows('a'), next: '1' })
  await pages.more()
  expect([ids(), state().error?.code, state().next, state().loading]).toEqual(['a', 'BUSY', '1', false])
  answers[1] = { items: rows('b') }
  await pages.more()
  expect([ids(), state().error]).toEqual(['ab', undefined])
})

it('counts a row that comes twice once, as it came last', async () => {
  const { pages, state } = listOf({ 1: { items: [{ id: 'a', word: 'new' }, ...rows('b')] } })
  await pages.begin({ items: [{ id: 'a', word: 'old' }], next: '1' })
  await pages.more()
  expect(state().items).toEqual([{ id: 'a', word: 'new' }, { id: 'b' }])
})

it('passes pages that hold nothing, but not for ever', async () => {
  const empty = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [at + 1, { items: [], next: String(at + 2) }]),
  )
  const { pages, asked, state } = listOf(empty)
  await pages.begin({ items: [], next: '1' })
  expect(asked).toHaveLength(20)
  expect([state().loading, state().next]).toEqual([false, '21'])
})

it('follows no page that is its own next', async () => {
  const { pages, state } = listOf({ 1: { items: [], next: '1' } })
  await pages.begin({ items: rows('a'), next: '1' })
  await pages.more()
  expect(state().error?.code).toBe('INTERNAL')
})

it('begun anew, it reads again what was loaded, and shows the former list until it is there', async () => {
  const { pages, ids, answers } = listOf({ 1: { items: rows('b'), next: '2' }, 2: { items: rows('c') } })
  await pages.begin({ items: rows('a'), next: '1' })
  await pages.more()
  answers[1] = { items: rows('y'), next: '2' }
  const anew = pages.begin({ items: rows('x'), next: '1' })
  expect(ids()).toBe('ab')
  await anew
  expect(ids()).toBe('xy')
  answers[1] = failure
  await pages.begin({ items: rows('q'), next: '1' })
  expect([ids(), pages.store.getState().error?.code]).toEqual(['xy', 'BUSY'])
})

it('drops the answer to a list that has begun anew meanwhile', async () => {
  const { pages, ids } = listOf({ 1: { items: rows('b') } })
  await pages.begin({ items: rows('a'), next: '1' })
  const late = pages.more()
  await pages.begin({ items: rows('x') })
  await late
  expect(ids()).toBe('x')
})

describe('collecting to the end', () => {
  const fetch = async (after: string | undefined): Promise<Page<Row>> => {
    await Promise.resolve()
    if (after === undefined) return { items: rows('a'), next: '1' }
    if (after === '1') return { items: rows('b'), next: '2' }
    return { items: rows('c') }
  }
  it('tells of each page, and answers with all', async () => {
    const told: number[] = []
    const pages = await collectPages(fetch, (sofar) => told.push(sofar.length))
    expect(told).toEqual([1, 2, 3])
    expect(pages.flatMap(({ items }) => items).map(idOf)).toEqual(['a', 'b', 'c'])
  })
  it('goes on behind the pages that there are', async () => {
    const begun = [await fetch(undefined)]
    const asked: unknown[] = []
    const pages = await collectPages<Page<Row>>(
      (after, page) => {
        asked.push([after, page])
        return fetch(after)
      },
      () => undefined,
      begun,
    )
    expect(asked).toEqual([
      ['1', 1],
      ['2', 2],
    ])
    expect(pages).toHaveLength(3)
  })
  it('does not go in circles', async () => {
    await expect(
      collectPages(
        async (): Promise<Page<Row>> => ({ items: [], next: 'same' }),
        () => undefined,
      ),
    ).rejects.toThrow()
  })
})
