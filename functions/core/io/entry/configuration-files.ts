/** The files' part of the environment. */
import type { FilesConfiguration } from '../files/configuration'
import { addressAt, given, type Environment, type Problems } from './problems'

const ENGINES = ['disk', 's3', 'cloudbase'] as const

const readS3 = (environment: Environment, problems: Problems): FilesConfiguration => {
  const wanted = (name: string): string => {
    const value = given(environment, name)
    problems.check(value !== undefined, `${name}: FILES=s3 wants it`)
    return value ?? ''
  }
  const endpoint = addressAt(environment, 'S3_ENDPOINT', problems)
  problems.check(endpoint !== undefined, 'S3_ENDPOINT: FILES=s3 wants it')
  const virtualHost = given(environment, 'S3_VIRTUAL_HOST') ?? 'on'
  problems.check(
    virtualHost === 'on' || virtualHost === 'off',
    `S3_VIRTUAL_HOST: ${virtualHost} is neither on nor off`,
  )
  return {
    engine: 's3',
    endpoint: endpoint ?? '',
    region: wanted('S3_REGION'),
    bucket: wanted('S3_BUCKET'),
    accessKeyId: wanted('S3_ACCESS_KEY_ID'),
    secretAccessKey: wanted('S3_SECRET_ACCESS_KEY'),
    virtualHost: virtualHost === 'on',
  }
}

/**
 * `FILES` (`disk`, `s3`, `cloudbase`; default `cloudbase` beside STORE=cloudbase, else `disk`); `S3_ENDPOINT`, `S3_REGION`,
 * `S3_BUCKET`, `S3_ACCESS_KEY_ID`, `S3_SECRET_ACCESS_KEY`, `S3_VIRTUAL_HOST` (`on`, `off`).
 */
export const readFilesConfiguration = (
  environment: Environment,
  problems: Problems,
  { store, directory }: { readonly store: string; readonly directory: string },
): FilesConfiguration => {
  const name = given(environment, 'FILES') ?? (store === 'cloudbase' ? 'cloudbase' : 'disk')
  problems.check(
    ENGINES.some((one) => one === name),
    `FILES: ${name} is not one of ${ENGINES.join(', ')}`,
  )
  problems.check(
    name !== 'cloudbase' || store === 'cloudbase',
    'FILES: cloudbase goes with STORE=cloudbase alone',
  )
  if (name === 's3') return readS3(environment, problems)
  return name === 'cloudbase' ? { engine: 'cloudbase' } : { engine: 'disk', directory }
}
