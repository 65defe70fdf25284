// The one shape of a reference, as `articles/document/references.py` has it.
export const REFERENCE =
  /^ref:(?:(?<kind>guide|topic|person|role):(?<number>[1-9]\d{0,8})|page:(?<name>[a-z][a-z0-9-]{0,49}))(?:#(?<place>[a-z][a-z0-9_-]{0,99}))?$/;
