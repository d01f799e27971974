/** What may be uploaded, by purpose. Generated from the registry by `npm run docs`: do not edit. */
import type { UploadPurpose } from '../rules/purpose'

export const FILE_PURPOSES = ['appointments.counter', 'invoices.file', 'materials.material', 'policies.attachment'] as const
export type FilePurpose = (typeof FILE_PURPOSES)[number]

export const PURPOSES: Readonly<Record<FilePurpose, UploadPurpose>> = {
  'appointments.counter': { types: ['image/jpeg', 'image/png'], most: 3000000 },
  'invoices.file': { types: ['application/pdf', 'image/jpeg', 'image/png'], most: 10485760 },
  'materials.material': { types: ['image/jpeg', 'image/png', 'application/pdf'], most: 10485760 },
  'policies.attachment': { types: ['application/pdf', 'image/jpeg', 'image/png'], most: 10485760, public: true },
}
