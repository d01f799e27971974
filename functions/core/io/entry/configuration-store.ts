/** The store's part of the environment. */
import type {
  CloudbaseConfiguration,
  PostgresConfiguration,
  StoreConfiguration,
} from '../store/configuration'
import { addressAt, given, type Environment, type Problems } from './problems'

const ENGINES = ['sqlite', 'postgres', 'cloudbase'] as const
const MOST_CONNECTIONS = 50

const readPostgres = (environment: Environment, { check }: Problems): PostgresConfiguration => {
  const url = given(environment, 'DATABASE_URL') ?? ''
  const isAddress = /^postgres(ql)?:\/\/[^\s]+$/.test(url)
  check(isAddress, 'DATABASE_URL: STORE=postgres wants postgres://user:password@host:port/database')
  check(
    !isAddress || (URL.canParse(url) && !url.includes('#')),
    'DATABASE_URL: cannot be read; percent-encode what is special in the password (# is %23, / is %2F), and name one host',
  )
  const connections = Number(given(environment, 'DATABASE_CONNECTIONS') ?? 1)
  const isCount = Number.isInteger(connections) && connections >= 1 && connections <= MOST_CONNECTIONS
  check(isCount, `DATABASE_CONNECTIONS: a whole number from 1 to ${MOST_CONNECTIONS}`)
  return { engine: 'postgres', url, connections }
}

const readCredentials = (
  environment: Environment,
  { check }: Problems,
): CloudbaseConfiguration['credentials'] => {
  const [secretId, secretKey] = [
    given(environment, 'TENCENTCLOUD_SECRETID'),
    given(environment, 'TENCENTCLOUD_SECRETKEY'),
  ]
  check(
    (secretId === undefined) === (secretKey === undefined),
    'TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY: give both or neither',
  )
  if (secretId === undefined || secretKey === undefined) return undefined
  const sessionToken = given(environment, 'TENCENTCLOUD_SESSIONTOKEN')
  return { secretId, secretKey, ...(sessionToken === undefined ? {} : { sessionToken }) }
}

const readCloudbase = (environment: Environment, problems: Problems): CloudbaseConfiguration => {
  // inside a cloud function the platform itself names the environment
  const id = given(environment, 'TCB_ENV') ?? given(environment, 'SCF_NAMESPACE') ?? ''
  problems.check(/^[A-Za-z0-9-]{2,64}$/.test(id), 'TCB_ENV: STORE=cloudbase wants the environment’s id')
  const credentials = readCredentials(environment, problems)
  const serviceUrl = addressAt(environment, 'TCB_SERVICE_URL', problems)
  const managementUrl = addressAt(environment, 'TCB_MANAGEMENT_URL', problems)
  return {
    engine: 'cloudbase',
    environment: id,
    region: given(environment, 'TENCENTCLOUD_REGION') ?? 'ap-shanghai',
    ...(credentials && { credentials }),
    ...(serviceUrl === undefined ? {} : { serviceUrl }),
    ...(managementUrl === undefined ? {} : { managementUrl }),
  }
}

/**
 * `STORE` (`sqlite`, `postgres`, `cloudbase`); `DATABASE_URL`, `DATABASE_CONNECTIONS` (default 1); `TCB_ENV`,
 * `TENCENTCLOUD_SECRETID`, `TENCENTCLOUD_SECRETKEY`, `TENCENTCLOUD_SESSIONTOKEN`, `TENCENTCLOUD_REGION`, `TCB_SERVICE_URL`,
 * `TCB_MANAGEMENT_URL`.
 * @param path of the embedded database
 */
export const readStoreConfiguration = (
  environment: Environment,
  problems: Problems,
  path: string,
): StoreConfiguration => {
  const name = given(environment, 'STORE') ?? 'sqlite'
  problems.check(
    ENGINES.some((one) => one === name),
    `STORE: ${name} is not one of ${ENGINES.join(', ')}`,
  )
  if (name === 'postgres') return readPostgres(environment, problems)
  if (name === 'cloudbase') return readCloudbase(environment, problems)
  return { engine: 'sqlite', path }
}
