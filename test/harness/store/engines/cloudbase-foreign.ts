/** What stands in a CloudBase environment and is no trace of `npm run verify:cloudbase`: that command is not for an environment in use. */
import { readConfiguration } from '../../../../functions/core/io/entry/configuration'
import { openManagement } from '../../../../functions/core/io/store/cloudbase/management'
import { tablesOf } from '../../../../functions/core/io/store/cloudbase/tables'

/** Before the name of every collection that it makes. */
export const VERIFY = 'verify_'

export interface Standing {
  readonly foreign: readonly string[]
  /** Of a run that was broken off. */
  readonly left: readonly string[]
}

/** @throws Error when the configuration is not one, or the environment cannot be reached */
export const standingIn = async (
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Standing> => {
  const { store } = readConfiguration({ ...environment, STORE: 'cloudbase' })
  if (store.engine !== 'cloudbase' || !store.credentials)
    throw new Error('TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY are wanted')
  const { credentials, region, managementUrl: url } = store
  const names = await tablesOf(
    openManagement({ credentials, region, ...(url === undefined ? {} : { url }) }),
    store.environment,
  ).names()
  return {
    foreign: names.filter((name) => !name.startsWith(VERIFY)),
    left: names.filter((name) => name.startsWith(VERIFY)),
  }
}
