import { isForbiddenMember } from "../language/names.js";
import { type Documentation, documentationProblem } from "../policies/documentation.js";
import type { Policy } from "../policies/policy.js";
import type { DescribedMember, DescribedType } from "./description.js";
import { propertyKey, typeName } from "./names.js";
import { docOf, memberDeclarations, signatureType } from "./signature.js";

const ANY_METHOD = "(...args: any[]): any";
const ITEMS = 2_000;

/** The policies that give facets, with the type name of each. */
export function policyNames(
  policies: readonly Policy[],
  taken: ReadonlySet<string>,
): ReadonlyMap<Policy, string> {
  const names = new Map<Policy, string>();
  const all = new Set(taken);
  for (const policy of policies) {
    if (policy.capture !== undefined || names.has(policy)) continue;
    const name = typeName(policy.name, all);
    all.add(name);
    names.set(policy, name);
  }
  return names;
}

/** What a policy permits, as a type. */
export function policyType(policy: Policy, name: string, signatures: string[]): DescribedType {
  const members = Object.entries(policy.members ?? {})
    .filter(([member]) => !isForbiddenMember(member))
    .map(([member, permit]) => {
      const signature = permit.signature ?? (permit.kind === "method" ? ANY_METHOD : "any");
      return describedMember(member, { ...permit, signature }, signatures);
    });
  const fields = Object.entries(policy.resident?.fields ?? {}).map(([field, documentation]) =>
    fieldOf(field, documentation, signatures),
  );
  const iterates = policy.iterate === undefined ? [] : [iteration(policy.elementType ?? "any", signatures)];
  return Object.freeze({
    name,
    origin: "policy",
    head: name,
    parents: Object.freeze([]),
    members: Object.freeze([...members, ...fields, ...iterates]),
    ...docOf(policy.doc === undefined ? {} : { doc: policy.doc }),
  });
}

/** The items of one object, such as the columns of a frame: those that the membrane gives it. */
export function itemMembers(
  policy: Policy,
  target: object,
  signatures: string[],
): readonly DescribedMember[] {
  const names = (policy.items?.names(target) ?? []).filter(
    (name) => !isForbiddenMember(name) && !Object.hasOwn(policy.members ?? {}, name),
  );
  return Object.freeze(
    names
      .slice(0, ITEMS)
      .map((name) => describedMember(name, itemDocumentation(policy, target, name), signatures)),
  );
}

/** What a policy says of an item is made at run time, perhaps of data: what cannot be used is left out. */
function itemDocumentation(policy: Policy, target: object, name: string): Documentation {
  const { signature, doc } = policy.items?.describe?.(target, name) ?? {};
  return {
    ...(signature === undefined || documentationProblem({ signature }) !== null ? {} : { signature }),
    ...(doc === undefined || documentationProblem({ doc }) !== null ? {} : { doc }),
  };
}

function describedMember(name: string, documentation: Documentation, signatures: string[]): DescribedMember {
  const { signature = "any" } = documentation;
  signatures.push(signature);
  return Object.freeze({
    name,
    declarations: Object.freeze(memberDeclarations(propertyKey(name), signature)),
    ...docOf(documentation),
  });
}

/** State is the guest's own and can be changed. */
function fieldOf(name: string, documentation: Documentation, signatures: string[]): DescribedMember {
  const { signature = "any" } = documentation;
  signatures.push(signature);
  const declarations = Object.freeze([`${propertyKey(name)}: ${signatureType(signature)}`]);
  return Object.freeze({ name, declarations, ...docOf(documentation) });
}

function iteration(element: string, signatures: string[]): DescribedMember {
  signatures.push(element);
  return Object.freeze({
    name: "[Symbol.iterator]",
    declarations: Object.freeze([`[Symbol.iterator](): ArrayIterator<${element}>`]),
    doc: "Its elements one by one.",
  });
}
