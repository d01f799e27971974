/** A store whose every operation is told to the telemetry. */
import type { Change, CommitOutcome, Doc, PatchOutcome, Store } from '../store/contract'
import type { Telemetry } from './telemetry'

const collectionsOf = (changes: readonly Change[]): number =>
  new Set(changes.map(({ collection }) => collection)).size
const outcomeOf = ({ outcome }: CommitOutcome | PatchOutcome): string => outcome
const ok = (): string => 'ok'

/** @param engine the name that the telemetry shows */
export const observedStore = (store: Store, engine: string, telemetry: Telemetry): Store => ({
  read: <T extends Doc>(collection: string, ids: readonly string[]) =>
    telemetry.store({ engine, operation: 'read', collections: 1 }, () => store.read<T>(collection, ids), ok),
  query: <T extends Doc>(collection: string, spec: Parameters<Store['query']>[1]) =>
    telemetry.store(
      { engine, operation: 'query', collections: 1 },
      () => store.query<T>(collection, spec),
      ok,
    ),
  patch: (spec) =>
    telemetry.store({ engine, operation: 'patch', collections: 1 }, () => store.patch(spec), outcomeOf),
  commit: (changes) =>
    telemetry.store(
      { engine, operation: 'commit', collections: collectionsOf(changes) },
      () => store.commit(changes),
      outcomeOf,
    ),
  health: () => store.health(),
  close: () => store.close(),
})
