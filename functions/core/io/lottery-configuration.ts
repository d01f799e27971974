/** What a deployment says of its draws: the chain of public randomness, where its rounds are fetched, and who signs. */

/** Who signs freezes and results. */
export type NotaryConfiguration =
  /** A key made of the deployment's own keyring: nobody but the deployment signed, and the public is told so. */
  | { readonly kind: 'derived' }
  /** A notary's key that the deployment was given: 32 bytes, hex. */
  | { readonly kind: 'given'; readonly secret: string }
  /** The notary's own signer, on her own machine: `npm run build -- notary`. */
  | {
      readonly kind: 'signer'
      readonly baseUrl: string
      /** Shared with the signer, which signs for nobody else. */
      readonly token: string
      /** 32 bytes, hex: no signature by another key is taken from it. */
      readonly publicKey: string
    }

export interface LotteryConfiguration {
  /** Null: drand quicknet, pinned. Another one is for rehearsals, and every page says so. */
  readonly chain: Readonly<Record<string, string | number>> | null
  /** Base addresses of relays, asked one after the other. */
  readonly relays: readonly string[]
  /** Absent: `derived`. */
  readonly notary?: NotaryConfiguration
}
