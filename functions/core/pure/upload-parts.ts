/** How large a part is: as base64 in JSON it stays below the 100 kB that every edge takes. */

export const PART_BYTES = 48 * 1024

export const partCountOf = (size: number): number => Math.ceil(size / PART_BYTES)
