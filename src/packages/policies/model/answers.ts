/** What the procedures of policies answer, by name. */
import type { Output } from '../../../client/api'

export type PolicyRow = Output<'policies', 'list'>['items'][number]
export type PolicyFull = Output<'policies', 'policy'>
export type VersionRow = PolicyFull['versions'][number]
export type Reasons = Output<'policies', 'reasons'>
