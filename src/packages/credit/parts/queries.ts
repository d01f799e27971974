/** What these pages read, each under one name; a person's own queries go with her session. */
import { api } from '../../../client/api'
import { ApiError } from '../../../client/errors'
import { usePages } from '../../../client/use-pages'
import { useQuery } from '../../../client/use-query'
import { appealIdOf } from '../../../../functions/credit/rules/states'
import type { Appeal, AppealRow } from '../model/answers'
import type { Appointment } from '../../../client/api'

export const CREDIT = 'my:credit:'

/** Of one taxpayer; without a name, of the default. */
export const useRecord = (taxpayerId: string | undefined) =>
  useQuery(`${CREDIT}mine:${taxpayerId ?? ''}`, () =>
    api.credit.mine(taxpayerId === undefined ? {} : { taxpayerId }),
  )

export const useAppeals = () =>
  usePages(`${CREDIT}appeals`, {
    fetch: (after) => api.credit.appeals({ limit: 20, ...(after === undefined ? {} : { after }) }),
    idOf: ({ id }: AppealRow) => id,
  })

/** What there is to know of one visit: its appeal, or that there is none, and what became of it. */
export type Visit =
  { readonly appeal: Appeal } | { readonly appeal: undefined; readonly appointment: Appointment }

const visitOf = async (appointmentId: string): Promise<Visit> => {
  try {
    return await api.credit.get({ id: appealIdOf(appointmentId) })
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'NOT_FOUND') throw error
  }
  return { appeal: undefined, ...(await api.appointments.get({ id: appointmentId })) }
}

export const useVisit = (appointmentId: string | undefined) =>
  useQuery(appointmentId === undefined ? undefined : `${CREDIT}visit:${appointmentId}`, () =>
    visitOf(appointmentId ?? ''),
  )
