/** How a desk writes what the records hold. */

/** @type {Record<string, string>} */
export const STATUS = {
  received: 'Received',
  in_review: 'In review',
  action_required: 'Waiting for the citizen',
  approved: 'Approved',
  rejected: 'Refused',
  withdrawn: 'Withdrawn',
}
export const FINAL = ['approved', 'rejected', 'withdrawn']

/** `dateOfBirth`, `date_of_birth` and `GRM_NM` as words. @param {string} name */
export function words(name) {
  const apart = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
  const lower = /\p{Ll}/u.test(apart) ? apart.toLowerCase() : apart
  return lower.charAt(0).toUpperCase() + lower.slice(1)
}

/** `<department>.<service>` without its department. @param {string} service */
export const serviceName = (service) => words(service.slice(service.indexOf('.') + 1))

/** @param {number} bytes */
export const size = (bytes) =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 ** 2
      ? `${Math.round(bytes / 1024)} kB`
      : `${(bytes / 1024 ** 2).toFixed(1)} MB`
