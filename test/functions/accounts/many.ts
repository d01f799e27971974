/** A person with more documents than any one answer holds. */
import {
  accessLog,
  roleRequests,
  type AccessDoc,
  type RoleRequestDoc,
} from '../../../functions/accounts/collections'
import { appointments, type AppointmentDoc } from '../../../functions/appointments/collections'
import { files, type FileDoc } from '../../../functions/core/io/files/collections'
import type { Collection } from '../../../functions/core/io/store/collection'
import type { Doc } from '../../../functions/core/io/store/contract'
import type { TestServices } from '../../harness/context'

/** Writes what `make` says under ids in order, 40 a commit. */
export const write = async <T extends Doc>(
  { store }: TestServices,
  collection: Collection<T>,
  count: number,
  make: (at: number) => { readonly id: string; readonly doc: T },
): Promise<void> => {
  for (let from = 0; from < count; from += 40) {
    const changes = Array.from({ length: Math.min(40, count - from) }, (_, i) => ({
      op: 'insert' as const,
      collection: collection.name,
      ...make(from + i),
    }))
    const { outcome } = await store.commit(changes)
    if (outcome !== 'committed') throw new Error(outcome)
  }
}

const padded = (at: number): string => String(at).padStart(26, '0')

export const pastAppointments = (
  services: TestServices,
  { accountId, taxpayerId }: { readonly accountId: string; readonly taxpayerId: string },
  count: number,
): Promise<void> =>
  write<AppointmentDoc>(services, appointments, count, (at) => ({
    id: `ap_${padded(at)}`,
    doc: {
      v: 1,
      accountId,
      taxpayerId,
      ledgerKey: 'lg_test',
      hallId: 'h1',
      matter: 'FPLY',
      day: '2026-03-02',
      start: 540,
      end: 570,
      state: 'booked',
      heldUntil: 0,
      code: '048213',
      // Many of one instant: a page that ends among them repeats none and leaves none out.
      createdAt: services.time.now - 1000 * Math.floor(at / 300),
      changedAt: services.time.now,
      expiresAt: services.time.now + 1e9,
    },
  }))

export const accesses = async (services: TestServices, owner: string, count: number): Promise<void> => {
  const key = await services.vault.keyOf(owner)
  await write<AccessDoc>(services, accessLog, count, (at) => {
    const id = `al_${padded(at)}`
    const purpose = `第 ${at} 次核对${'，说明'.repeat(200)}`
    return {
      id,
      doc: {
        v: 1,
        owner,
        at: services.time.now - at,
        who: owner,
        as: 'officer@h1',
        taxpayerId: owner,
        field: 'name',
        purpose: key.seal(`accessLog|${id}|purpose`, purpose),
        asked: 'x',
        expiresAt: services.time.now + 1e9,
      },
    }
  })
}

export const waitingRoles = (services: TestServices, accountId: string, count: number): Promise<void> =>
  write<RoleRequestDoc>(services, roleRequests, count, (at) => ({
    id: `rr_${padded(at)}`,
    doc: {
      v: 1,
      accountId,
      grant: { role: 'auditor' },
      by: accountId,
      at: services.time.now,
      expiresAt: services.time.now + 1e9,
    },
  }))

export const uploads = (services: TestServices, owner: string, count: number): Promise<void> =>
  write<FileDoc>(services, files, count, (at) => ({
    id: `fl_${String(at).padStart(32, '0')}`,
    doc: {
      v: 1,
      owner,
      type: 'image/png',
      size: 16,
      sha256: '0'.repeat(64),
      state: 'stored',
      tokenHash: '0'.repeat(64),
      key: 'sealed',
      createdAt: services.time.now,
      attachedTo: 'appointments|ap_1',
      expiresAt: null,
    },
  }))
