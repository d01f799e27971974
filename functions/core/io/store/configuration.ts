/** Which database a deployment keeps its documents in. */
export type StoreConfiguration =
  { readonly engine: 'sqlite'; readonly path: string } | PostgresConfiguration | CloudbaseConfiguration

export interface PostgresConfiguration {
  readonly engine: 'postgres'
  /** `postgres://user:password@host:port/database?sslmode=…`; never logged. */
  readonly url: string
  /** Connections of this instance, 1–50. */
  readonly connections: number
}

export interface CloudbaseConfiguration {
  readonly engine: 'cloudbase'
  /** The environment's id. */
  readonly environment: string
  /** Absent inside Tencent Cloud, where the function's role is used. */
  readonly credentials?: {
    readonly secretId: string
    readonly secretKey: string
    readonly sessionToken?: string
  }
  /** Where the SDK sends its calls; only a local emulator or a private network needs it. */
  readonly serviceUrl?: string
  /** Where collections, indexes and access rules are managed (Tencent Cloud API 3.0); default Tencent's own. */
  readonly managementUrl?: string
  readonly region: string
}
