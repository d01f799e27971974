/** Where a line may break by Unicode's UAX 14; the package has no types of its own. */
declare module 'linebreak' {
  class LineBreaker {
    constructor(text: string)
    /** `required`: at a newline. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null
  }
  export = LineBreaker
}
