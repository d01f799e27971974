/** The verifier that a configuration names is the one that answers. */
import { readConfiguration } from '../../../../functions/core/io/entry/configuration'
import { openVerifier } from '../../../../functions/invoices/verification/open'
import { testServices } from '../../../harness/context'
import { CREDENTIALS, startInvoices } from '../../../harness/outside/invoices'
import { electronic } from './bench'

const { signal } = new AbortController()

it('this system’s own records unless told', async () => {
  const services = await testServices()
  expect(services.settings.invoices).toEqual({ name: 'registry' })
  expect(openVerifier(services.settings.invoices, services).name).toBe('registry')
  await services.close()
})

it('Tencent Cloud where the environment says so, by its variables alone', async () => {
  const services = await testServices()
  const server = await startInvoices(services.clock)
  server.issue(electronic.issued)
  const { settings } = readConfiguration({
    INVOICE_VERIFIER: 'tencent',
    TENCENT_SECRET_ID: CREDENTIALS.secretId,
    TENCENT_SECRET_KEY: CREDENTIALS.secretKey,
    INVOICE_VERIFY_BASE: server.configuration.baseUrl,
    INVOICE_VERIFY_REGION: 'ap-shanghai',
  })
  const verifier = openVerifier(settings.invoices, services)
  expect(verifier.name).toBe('tencent')
  expect(await verifier.verify(electronic.question, signal)).toMatchObject({
    outcome: 'match',
    state: 'normal',
  })
  await server.close()
  await services.close()
})

it('an opening that failed is tried again', async () => {
  const services = await testServices()
  const configuration = {
    name: 'tencent',
    ...CREDENTIALS,
    baseUrl: 'http://ocr.example.cn',
    region: 'ap-shanghai',
  } as const
  const verifier = openVerifier(configuration, services)
  const failure = (): Promise<unknown> =>
    verifier.verify(electronic.question, signal).catch((thrown: unknown) => thrown)
  const first = await failure()
  expect(first).toBeInstanceOf(RangeError)
  // another error, not the first one remembered
  expect(await failure()).not.toBe(first)
  await services.close()
})
