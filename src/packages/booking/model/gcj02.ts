/**
 * From WGS-84, in which halls are kept, to GCJ-02, in which WeChat's map draws: up to 700 m apart in China.
 * The published approximation of the offset (Krasovsky 1940 ellipsoid), good to about a metre.
 */
export interface Degrees {
  readonly latitude: number
  readonly longitude: number
}

const AXIS = 6_378_245
const ECCENTRICITY = 0.006_693_421_622_965_943

const waves = (x: number): number =>
  ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3

const northing = (x: number, y: number): number =>
  -100 +
  2 * x +
  3 * y +
  0.2 * y * y +
  0.1 * x * y +
  0.2 * Math.sqrt(Math.abs(x)) +
  waves(x) +
  ((20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * 2) / 3 +
  ((160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * 2) / 3

const easting = (x: number, y: number): number =>
  300 +
  x +
  2 * y +
  0.1 * x * x +
  0.1 * x * y +
  0.1 * Math.sqrt(Math.abs(x)) +
  waves(x) +
  ((20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * 2) / 3 +
  ((150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * 2) / 3

/** Degrees in, degrees out; for places in China. */
export const toGcj02 = ({ latitude, longitude }: Degrees): Degrees => {
  const [x, y] = [longitude - 105, latitude - 35]
  const angle = (latitude / 180) * Math.PI
  const magic = 1 - ECCENTRICITY * Math.sin(angle) ** 2
  const root = Math.sqrt(magic)
  return {
    latitude: latitude + (northing(x, y) * 180) / (((AXIS * (1 - ECCENTRICITY)) / (magic * root)) * Math.PI),
    longitude: longitude + (easting(x, y) * 180) / ((AXIS / root) * Math.cos(angle) * Math.PI),
  }
}
