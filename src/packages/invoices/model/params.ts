/** What addresses of the invoice pages hold, read with care: anybody can write one. Pure. */
type Params = Readonly<Partial<Record<string, string>>>

const idOf =
  (form: RegExp) =>
  (params: Params): string | undefined => {
    const id = params['id'] ?? ''
    return form.test(id) ? id : undefined
  }

export const readInvoiceId = idOf(/^wi_[0-9a-z]{26}$/)
export const readListId = idOf(/^rl_[0-9a-z]{26}$/)

export const readMonth = (params: Params): string | undefined => {
  const month = params['month'] ?? ''
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : undefined
}
