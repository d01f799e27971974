/** The verifier that a configuration names. The one that asks outside is loaded at its first use: few deployments have it. */
import type { Services } from '../../core/io/context'
import type { InvoiceVerifier, VerifierConfiguration } from './contract'
import { registryVerifier } from './built-in'

export type VerifierParts = Pick<Services, 'store' | 'vault' | 'clock' | 'log'>

/** Opened when first asked; an opening that failed is tried again. */
const lazily = (name: InvoiceVerifier['name'], open: () => Promise<InvoiceVerifier>): InvoiceVerifier => {
  let opened: Promise<InvoiceVerifier> | undefined
  const verifier = (): Promise<InvoiceVerifier> => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }
  return { name, verify: async (question, signal) => (await verifier()).verify(question, signal) }
}

/**
 * @example await openVerifier(context.settings.invoices, context).verify({ ...facts, on: dayOf(context.now) }, AbortSignal.timeout(8_000))
 */
export const openVerifier = (configuration: VerifierConfiguration, parts: VerifierParts): InvoiceVerifier => {
  switch (configuration.name) {
    case 'registry':
      return registryVerifier(parts)
    case 'tencent':
      return lazily('tencent', async () => (await import('./tencent')).tencentVerifier(configuration, parts))
  }
}
