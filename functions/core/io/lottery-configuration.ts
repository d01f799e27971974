/** What a deployment says of its draws: the chain of public randomness, and where its rounds are fetched. */
export interface LotteryConfiguration {
  /** Null: drand quicknet, pinned. Another one is for rehearsals, and every page says so. */
  readonly chain: Readonly<Record<string, string | number>> | null
  /** Base addresses of relays, asked one after the other. */
  readonly relays: readonly string[]
}
