/** Puts a booking page on stage: a signed-in person, a clock that stands at `NOW`, and answers for every call. */
import { act, fireEvent, render, waitFor } from '@testing-library/react'
import type { ComponentType } from 'react'
import { prefer } from '../../../src/client/preferences'
import { beginSession } from '../../../src/client/session'
import { serve } from '../../harness/taro/server'
import { setRouter } from '../../harness/taro/taro'
import { appointment, days, hall, held, matter, NOW, slots } from './fixtures'

export const me = {
  accountId: 'ac_1',
  grants: [],
  taxpayers: [
    {
      id: 'tp_1',
      kind: 'person',
      standing: 'verified',
      name: '王*明',
      number: '3201**********1234',
      isDefault: true,
      through: 'own',
    },
    {
      id: 'tp_2',
      kind: 'enterprise',
      standing: 'claimed',
      name: '城东**贸易有限公司',
      number: '9132**********5M3K',
      isDefault: false,
      through: 'own',
    },
  ],
  createdAt: NOW,
  demonstration: true,
} as const

export const rules = [
  { rule: '选定后名额保留 10 分钟', basis: '本平台默认设置', unconfirmed: true },
  { rule: '时段开始前 15 分钟起可取号', basis: '广州通告', unconfirmed: false },
]

export const answers: Readonly<Record<string, unknown>> = {
  'appointments/halls': {
    halls: [
      hall(),
      hall({
        id: 'west',
        name: '城西办税服务厅',
        position: { latitude: 32_060_000, longitude: 118_790_000 },
        matters: ['FPLY'],
      }),
    ],
  },
  'halls/matters': {
    matters: [
      matter(),
      matter({
        code: 'WSZM',
        name: '开具完税证明',
        group: '证明',
        bring: [],
        online: { way: '电子税务局办理', url: 'https://etax.example/zm' },
      }),
      matter({ code: 'FPZF', name: '发票缴销', halls: ['west'] }),
    ],
  },
  'appointments/days': { days, rules },
  'appointments/slots': ({ day }: { day: string }) => ({ day, state: 'open', slots }),
  'appointments/hold': (wish: { day: string; start: number }) => ({
    appointment: held({ day: wish.day, start: wish.start, end: wish.start + 30 }),
  }),
  'appointments/get': { appointment: appointment() },
  'appointments/book': { appointment: appointment() },
  'appointments/cancel': {
    appointment: appointment({ state: 'cancelled', canCancel: false }),
    counted: true,
    monthCancellations: 1,
    limit: 5,
  },
  'appointments/mine': { items: [appointment()] },
  'accounts/me': me,
}

/** By id, as the journeys find it. */
export const el = (id: string): HTMLElement => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`no #${id} on screen`)
  return found
}
export const seen = (id: string): Promise<HTMLElement> => waitFor(() => el(id))
export const tap = async (id: string): Promise<void> => {
  const control = await seen(id)
  await act(async () => {
    fireEvent.click(control)
    await Promise.resolve()
  })
}
export const typeInto = (id: string, value: string): void => {
  fireEvent.change(el(id), { target: { value } })
}

/** Every control has a role and a name, and can be reached by keyboard. */
export const namelessControls = (): readonly string[] =>
  [
    ...document.querySelectorAll<HTMLElement>(
      '[role="button"],[role="radio"],[role="link"],[role="switch"],[role="tab"],a,input',
    ),
  ]
    .filter((control) => (control.getAttribute('aria-label') ?? control.textContent ?? '').trim() === '')
    .map((control) => control.outerHTML.slice(0, 120))

export const onStage = (
  Page: ComponentType,
  params: Readonly<Record<string, string>>,
  change: Readonly<Record<string, unknown>> = {},
  { signedIn = true, path = 'packages/booking/slot/index' } = {},
) => {
  const server = serve({ ...answers, ...change })
  prefer({ language: 'zh-CN', large: false, themeChoice: 'light' })
  if (signedIn) beginSession({ token: 'token' })
  setRouter({ params, path })
  const view = render(<Page />)
  const calls = (procedure: string): readonly unknown[] =>
    server.asked.filter((one) => one.procedure === procedure).map(({ input }) => input)
  return { ...view, ...server, calls }
}

export const standStill = (): void => {
  beforeEach(() => jest.useFakeTimers({ now: NOW, advanceTimers: true }))
  afterEach(() => jest.useRealTimers())
}
