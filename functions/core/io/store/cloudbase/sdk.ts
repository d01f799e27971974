/** The few parts of `@cloudbase/node-sdk` that the store uses, loaded when first needed: the SDK is 1 MB. */
import type { CloudbaseStorage } from '../../files/engines/cloudbase'
import type { CloudbaseConfiguration } from '../configuration'

/** A MongoDB query, or an update by operators (`$set`, `$inc`, `$unset`), which the SDK sends as it is given. */
export type Raw = Readonly<Record<string, unknown>>

interface SdkQuery {
  where(query: Raw): SdkQuery
  orderBy(path: string, direction: 'asc' | 'desc'): SdkQuery
  limit(count: number): SdkQuery
  field(projection: Readonly<Record<string, boolean>>): SdkQuery
  get(): Promise<{ readonly data: readonly unknown[] }>
  update(change: Raw): Promise<{ readonly updated: number }>
  remove(): Promise<{ readonly deleted: number }>
  /** One document: the first that matches, as it is afterwards. */
  updateAndReturn(change: Raw): Promise<{ readonly updated: number; readonly doc: unknown }>
}

export interface SdkCollection {
  add(document: Raw): Promise<unknown>
  doc(id: string): { remove(): Promise<{ readonly deleted: number }> }
  options(options: { readonly raw: true }): SdkQuery
}

export interface SdkTransaction {
  collection(name: string): SdkCollection
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}

export interface SdkDatabase {
  collection(name: string): SdkCollection
  startTransaction(): Promise<SdkTransaction>
}

interface Sdk {
  init(options: Raw): { database(): SdkDatabase } & CloudbaseStorage
}

/** Milliseconds until a call without an answer is given up. */
const TIMEOUT = 8000

const inTencentCloud = (): boolean =>
  process.env.TENCENTCLOUD_RUNENV === 'SCF' || process.env.CBR_ENV_ID !== undefined

/**
 * What the SDK reads from the process: that nobody need look for Tencent's metadata host (66 ms a call elsewhere), and
 * that it prints no warnings of its own about slow calls.
 */
const settle = (): void => {
  if (!inTencentCloud()) process.env.TENCENTCLOUD ??= 'true'
  process.env.SILENCE ??= 'true'
}

/**
 * A function's role has keys that expire: the SDK takes them from the process at every call, so that the newest is used.
 * @throws Error when there is no key: the SDK would end the process
 */
const keyOf = ({ credentials }: Omit<CloudbaseConfiguration, 'engine'>): Raw => {
  const ofProcess = Boolean(process.env.TENCENTCLOUD_SECRETID && process.env.TENCENTCLOUD_SECRETKEY)
  if (ofProcess && inTencentCloud()) return {}
  if (credentials) return { ...credentials }
  if (ofProcess) return {}
  throw new Error(
    'STORE: CloudBase needs credentials outside Tencent Cloud (TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY)',
  )
}

const load = async (): Promise<Sdk> => {
  const loaded = (await import('@cloudbase/node-sdk')) as unknown as Sdk & { readonly default?: Sdk }
  return loaded.default ?? loaded
}

/** Outside Tencent Cloud the public address is named: the SDK would take the internal one. */
const addressOf = ({ environment, region, serviceUrl }: Omit<CloudbaseConfiguration, 'engine'>): Raw => {
  if (serviceUrl !== undefined) return { serviceUrl }
  return inTencentCloud()
    ? {}
    : { serviceUrl: `https://${environment}.${region}.tcb-api.tencentcloudapi.com/admin` }
}

const open = async (
  configuration: Omit<CloudbaseConfiguration, 'engine'>,
): Promise<ReturnType<Sdk['init']>> => {
  settle()
  const key = keyOf(configuration)
  const { environment, region } = configuration
  const sdk = await load()
  return sdk.init({ env: environment, region, timeout: TIMEOUT, ...key, ...addressOf(configuration) })
}

export const openDatabase = async (
  configuration: Omit<CloudbaseConfiguration, 'engine'>,
): Promise<SdkDatabase> => (await open(configuration)).database()

/** The environment's storage, for the files. */
export const openStorage = (
  configuration: Omit<CloudbaseConfiguration, 'engine'>,
): Promise<CloudbaseStorage> => open(configuration)
