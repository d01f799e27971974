/** Puts a page of the queue on stage, on the day itself; what a page knew is forgotten after each test. */
import { act } from '@testing-library/react'
import { prefer } from '../../../src/client/preferences'
import { forgetQueries } from '../../../src/client/queries'
import { signOutHere } from '../../../src/client/session'
import HallPage from '../../../src/packages/queue/hall'
import NumberPage from '../../../src/packages/queue/number'
import VisitsPage from '../../../src/packages/queue/visits'
import { onStage } from '../booking/stage'
import { hallNow, ID, NOW, ticket } from './fixtures'

const pages = { number: NumberPage, hall: HallPage, visits: VisitsPage } as const
const links = { number: { id: ID }, hall: { hallId: 'east' }, visits: {} } as const

export const show = (
  page: keyof typeof pages,
  change: Readonly<Record<string, unknown>> = {},
  options: { readonly signedIn?: boolean; readonly params?: Readonly<Record<string, string>> } = {},
) =>
  onStage(
    pages[page],
    options.params ?? links[page],
    {
      'queue/get': { ticket: ticket() },
      'queue/mine': { items: [] },
      'queue/hall': hallNow(),
      ...change,
    },
    { path: `packages/queue/${page}/index`, signedIn: options.signedIn ?? true },
  )

export const onTheDay = (): void => {
  beforeEach(() => jest.useFakeTimers({ now: NOW, advanceTimers: true }))
  afterEach(() => {
    act(() => {
      signOutHere()
      forgetQueries('')
      prefer({ language: 'zh-CN' })
    })
    jest.useRealTimers()
  })
}
