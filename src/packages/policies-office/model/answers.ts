/** What the office’s procedures answer and take, by name. */
import type { Input, Output } from '../../../client/api'

export type Hall = Output<'policies', 'office'>['halls'][number]
export type OfficeRow = Output<'policies', 'officeList'>['items'][number]
export type OfficePolicy = Output<'policies', 'officePolicy'>['policy']
export type Written = NonNullable<OfficePolicy['draft']>
export type Saving = Input<'policies', 'save'>
export type Audience = Saving['text']['audience']
export type Reach = Output<'policies', 'reach'>
export type Progress = Output<'policies', 'progress'>
export type VersionProgress = Progress['versions'][number]
