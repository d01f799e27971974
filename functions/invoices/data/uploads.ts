/** Invoices as files: PDFs with a text layer, and photos that are kept with the invoice. */
/** As the manifest declares it. */
export const INVOICE_UPLOADS = 'invoices.file'

export const INVOICE_FILES = {
  types: ['application/pdf', 'image/jpeg', 'image/png'],
  most: 10 * 1024 * 1024,
} as const
