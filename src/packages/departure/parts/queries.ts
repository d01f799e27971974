/** What the departure pages read, each under one name. */
import { api } from '../../../client/api'
import { usePages } from '../../../client/use-pages'
import { useQuery } from '../../../client/use-query'
import type { FormRow } from '../model/answers'

/** Whatever changes a form makes these be read again. */
export const FORMS = 'my:departures:'

export const useForms = (signedIn: boolean) =>
  usePages(signedIn ? `${FORMS}list` : undefined, {
    fetch: (after) => api.refunds.myDepartures({ limit: 20, ...(after === undefined ? {} : { after }) }),
    idOf: ({ id }: FormRow) => id,
  })

/** Kept on the device: what is shown to customs opens without network. */
export const useFormOf = (id: string | undefined) =>
  useQuery(id === undefined ? undefined : `my:departure:${id}`, () =>
    api.refunds.departure({ formId: id ?? '' }),
  )

export const usePorts = () => useQuery('hall-list', () => api.halls.list({}))
