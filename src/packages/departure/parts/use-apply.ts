/** The wizard's state: answers, the port, which step, and handing it in. */
import { useState } from 'react'
import Taro from '@tarojs/taro'
import { tidyValues, type Values } from '../../../../functions/core/pure/forms'
import type { FormProblem } from '../../../../functions/core/pure/forms'
import { api } from '../../../client/api'
import { invalidate } from '../../../client/queries'
import { goSignIn, replace, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { useSignedIn } from '../../../client/use-signed-in'
import { useForm } from '../../../ui/form-fields'
import { resultOf, STEPS, travellerForm } from '../model/form'
import { FORMS } from './queries'
import { dropTyped, keepTyped, typedBefore, type ChosenPort, type Typed } from './typed'
import { useToday } from './words'

interface Wish {
  readonly values: Record<string, string | number | boolean>
  readonly port: string
}

const toTop = (): void => {
  Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)
}

/** The step that a field of the form stands on. */
const stepOf = ({ key }: FormProblem): number => {
  const at = travellerForm.sections.findIndex(({ fields }) => fields.some((field) => field.key === key))
  return Math.min(Math.max(0, at), STEPS.length - 1)
}

export const useApply = () => {
  const today = useToday()
  const signedIn = useSignedIn()
  const [typed, setTyped] = useState<Typed>(typedBefore)
  const [tried, setTried] = useState(false)
  const open = useAction((wish: Wish, key) => api.refunds.openDeparture(wish, { key }))
  const change = (next: Partial<Typed>): void => {
    const after = { ...typed, ...next }
    setTyped(after)
    keepTyped(after)
  }
  const { values, port, at } = typed
  const setValues = (next: Values): void => {
    open.clear()
    change({ values: next })
  }
  const form = useForm({ form: travellerForm, values, onChange: setValues, today })
  const step = STEPS[at] ?? 'traveller'
  const result = resultOf(values, port?.name, today)
  const goTo = (place: number): void => {
    change({ at: place })
    toTop()
  }
  const handIn = async (): Promise<void> => {
    if (!form.check('declaration') || !result.open || port === undefined) return
    if (!signedIn) return goSignIn()
    const done = await open.run({ values: { ...tidyValues(travellerForm, values) }, port: port.id })
    if (!done) return
    dropTyped()
    invalidate(FORMS)
    await replace(routes.departureForm(done.id, true))
  }
  const next = async (): Promise<void> => {
    if (step === 'result') return handIn()
    if (step === 'refund') setTried(true)
    const filled = form.check(step)
    if (filled && (step !== 'refund' || port !== undefined)) goTo(at + 1)
  }
  return {
    form,
    step,
    at,
    port,
    tried,
    result,
    signedIn,
    error: open.error,
    busy: open.busy,
    goTo,
    goToFault: (fault: FormProblem) => goTo(stepOf(fault)),
    choosePort: ({ id, name }: ChosenPort) => change({ port: { id, name } }),
    next,
  }
}
