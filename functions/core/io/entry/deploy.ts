/** What a deployable function exports: `main` for CloudBase and `handler` for Lambda, over one entry an instance. */
import { createCloudbaseMain, type CloudbaseMain } from './edge-cloudbase'
import { createLambdaHandler, type LambdaHandler } from './edge-lambda'
import type { Entry } from './entry'
import { metricLines } from '../telemetry/metric-lines'
import { openInstance, type InstanceOptions } from './instance'
import type { FunctionModule } from './procedures'

const telemetry: InstanceOptions['telemetry'] = (configuration) =>
  configuration.metricLines ? metricLines() : undefined

/**
 * Nothing is opened before the first call; a start that failed is tried again by the next one.
 * @example
 * export const { main, handler } = deploy('appointments', { contract, router })
 */
export const deploy = (
  name: string,
  functionModule: FunctionModule,
  options: Pick<InstanceOptions, 'channels'> = {},
): { readonly main: CloudbaseMain; readonly handler: LambdaHandler } => {
  let entry: Promise<Entry> | undefined
  const entryOf = (): Promise<Entry> => {
    entry ??= openInstance({
      functions: { [name]: functionModule },
      environment: process.env,
      telemetry,
      oneOfMany: true,
      ...options,
    })
      .then((instance) => instance.entry)
      .catch((error: unknown) => {
        entry = undefined
        throw error
      })
    return entry
  }
  return { main: createCloudbaseMain(name, entryOf), handler: createLambdaHandler(name, entryOf) }
}
