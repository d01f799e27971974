/** What is known of an invoice. No source is asked for it; nothing of it is kept on the device. */
import { useCallback, useState } from 'react'
import type { InvoiceFacts } from '../../../../../functions/invoices/rules/invoice'
import { api } from '../../../../client/api'
import { useAsked, type Failure } from '../../../../client/use-asked'
import { usePerson } from '../../../../client/use-signed-in'
import type { Known } from '../../model/answers'

export interface Knowing {
  readonly known: Known | undefined
  readonly failure: Failure | undefined
  /** After a check: the newer answer. */
  readonly set: (known: Known) => void
}

/** Nothing is asked while nobody is signed in, or of what cannot be read. */
export const useKnown = (facts: InvoiceFacts | undefined): Knowing => {
  const person = usePerson()
  const asked = facts === undefined || person === undefined ? '' : JSON.stringify(facts)
  const ask = useCallback(
    (): Promise<Known | undefined> =>
      asked === '' ? Promise.resolve(undefined) : api.invoices.known(JSON.parse(asked) as InvoiceFacts),
    [asked],
  )
  const { data, failure } = useAsked(ask)
  const [checked, setChecked] = useState<Known>()
  return { known: checked ?? data, failure, set: setChecked }
}
