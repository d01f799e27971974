/** What both WeChat and browsers offer without an import. DOM names are left out on purpose: WeChat hides them. */
declare const process: {
  readonly env: { readonly TARO_ENV: 'weapp' | 'h5'; readonly NODE_ENV: 'development' | 'production' }
}
declare function setTimeout(run: () => void, milliseconds?: number): number
declare function clearTimeout(timer: number | undefined): void
declare function setInterval(run: () => void, milliseconds: number): number
declare function clearInterval(timer: number | undefined): void
