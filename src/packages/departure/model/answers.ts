/** What the departure pages get from the server, by name. */
import type { Output } from '../../../client/api'

export type FormRow = Output<'refunds', 'myDepartures'>['items'][number]
export type FormFull = Output<'refunds', 'departure'>['form']
export type DeskForm = Output<'refunds', 'customsLook'>['form']
export type HistoryRow = FormFull['history'][number]
export type Days = NonNullable<FormRow['days']>
export type Port = Output<'halls', 'list'>['halls'][number]
