/** What may be handed in as a material. */
export const MATERIAL_FILES = {
  types: ['image/jpeg', 'image/png', 'application/pdf'],
  most: 10 * 1024 * 1024,
} as const
