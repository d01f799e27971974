/** Puts a departure page on stage: a traveller or an officer, a clock that stands at `NOW`, and answers for every call. */
import { act, fireEvent, render } from '@testing-library/react'
import type { ComponentType } from 'react'
import { forgetQueries } from '../../../src/client/queries'
import { prefer } from '../../../src/client/preferences'
import { beginSession, signOutHere } from '../../../src/client/session'
import { serve } from '../../harness/taro/server'
import { setRouter } from '../../harness/taro/taro'
import { el } from '../booking/stage'
import { desk, form, NOW, row } from './fixtures'

export { el, namelessControls, seen, tap } from '../booking/stage'

const hall = (id: string, name: string) => ({
  id,
  name,
  address: '1 Port Road',
  phone: '000-1',
  region: '990102',
  matters: [],
})

const grant = (duty: string) => ({ role: 'officer', halls: ['east', 'west'], duties: [duty] })
export const me = (...duties: readonly string[]) => ({
  accountId: 'ac_1',
  grants: duties.map(grant),
  taxpayers: [],
  createdAt: NOW,
  demonstration: true,
})

const halls = { halls: [hall('east', 'East Port'), hall('west', 'West Port')] }

export const answers: Readonly<Record<string, unknown>> = {
  'accounts/me': me(),
  'halls/list': halls,
  'halls/onDuty': halls,
  'refunds/myDepartures': { items: [row()] },
  'refunds/departure': { form: form() },
  'refunds/openDeparture': { id: form().id, state: 'formIssued' },
  'refunds/cancelDeparture': { id: form().id, state: 'cancelled' },
  'refunds/customsLook': { form: desk() },
  'refunds/customsConfirm': { id: form().id, state: 'customsVerified' },
  'refunds/agencyLook': { form: desk({ moves: ['prepay'], mode: 'instant' }) },
}

export const onStage = (
  Page: ComponentType,
  params: Readonly<Record<string, string>> = {},
  change: Readonly<Record<string, unknown>> = {},
  { signedIn = true, language = 'en' as const } = {},
) => {
  const server = serve({ ...answers, ...change })
  prefer({ language, large: false, themeChoice: 'light' })
  // Nothing of an earlier page is left: neither answers nor what was typed.
  signOutHere()
  forgetQueries('')
  if (signedIn) beginSession({ token: 'token' })
  setRouter({ params, path: 'packages/departure/home/index' })
  const view = render(<Page />)
  const inputs = (procedure: string): readonly unknown[] =>
    server.asked.filter((one) => one.procedure === procedure).map(({ input }) => input)
  return { ...view, ...server, inputs }
}

/** A wheel's option by its words; a calendar takes the day itself. */
const picked = (picker: Element, value: string): string =>
  picker instanceof HTMLSelectElement
    ? String([...picker.options].findIndex(({ text }) => text.includes(value)))
    : value

/** Types and leaves the field, or turns the picker around it, as a person does. */
export const fill = async (id: string, value: string): Promise<void> => {
  const field = el(id)
  const picker = field.parentElement?.querySelector('[aria-label="picker"]')
  await act(async () => {
    if (picker) fireEvent.change(picker, { target: { value: picked(picker, value) } })
    else {
      fireEvent.focus(field)
      fireEvent.change(field, { target: { value } })
      fireEvent.blur(field)
    }
    await Promise.resolve()
  })
}

export const standStill = (): void => {
  beforeEach(() => jest.useFakeTimers({ now: NOW, advanceTimers: true }))
  afterEach(() => jest.useRealTimers())
}
