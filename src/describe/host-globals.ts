import { documentationOf } from "../policies/documentation.js";
import type { Policy } from "../policies/policy.js";
import { kindOf } from "../runtime/membrane/kinds.js";
import { type Describing, inline, plainMembers, Refused, typeOf } from "./data-type.js";
import type { DescribedGlobal, DescribedKind, DescribedMember } from "./description.js";
import { itemMembers } from "./policy-types.js";
import { docOf } from "./signature.js";

/** Describes host values by the policies of one run. */
export interface HostDescriber {
  /** Signatures that the host wrote, for the types that they name. */
  readonly signatures: string[];
  describe(name: string, value: unknown): DescribedGlobal;
}

export function hostDescriber(
  policies: readonly Policy[],
  names: ReadonlyMap<Policy, string>,
): HostDescriber {
  const signatures: string[] = [];
  const find = (value: object): { readonly policy: Policy; readonly target: object } | undefined => {
    let target = value;
    // A capture stands for another object, which has a policy of its own.
    for (let i = 0; i <= policies.length; i++) {
      const policy = policies.find((p) => p.matches(target));
      if (policy?.capture === undefined) return policy === undefined ? undefined : { policy, target };
      target = policy.capture(target);
    }
    return undefined;
  };
  const describing = (): Describing => ({
    signatures,
    around: new Set(),
    nodes: 0,
    facet: (value) => {
      const found = find(value);
      return found === undefined ? undefined : names.get(found.policy);
    },
  });
  const shared = (name: string, value: unknown): DescribedGlobal => {
    const d = describing();
    const { doc } = typeof value === "object" && value !== null ? documentationOf(value) : {};
    const made = { name, origin: "host", ...docOf(doc === undefined ? {} : { doc }) } as const;
    if (typeof value === "function") return { ...made, ...functionParts(d, value) };
    if (typeof value !== "object" || value === null || kindOf(value) === "proxy")
      return { ...made, kind: "constant", type: typeOf(d, value) };
    const found = find(value);
    if (found !== undefined) return { ...made, ...facetParts(found, names, signatures) };
    return { ...made, ...objectParts(d, value) };
  };
  return {
    signatures,
    describe(name, value) {
      try {
        return Object.freeze(shared(name, value));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        return Object.freeze({ name, kind: "refused", origin: "host", type: "never", doc: error.message });
      }
    },
  };
}

type Parts = Pick<DescribedGlobal, "kind" | "type" | "base" | "members" | "doc">;

function functionParts(d: Describing, value: object): Parts {
  const length: unknown = Object.getOwnPropertyDescriptor(value, "length")?.value;
  const {
    doc = `A function of the host's with ${String(length)} ${length === 1 ? "parameter" : "parameters"}.`,
  } = documentationOf(value);
  return { kind: "function", type: typeOf(d, value), doc };
}

function facetParts(
  { policy, target }: { readonly policy: Policy; readonly target: object },
  names: ReadonlyMap<Policy, string>,
  signatures: string[],
): Parts {
  const base = names.get(policy) ?? "any";
  const members = itemMembers(policy, target, signatures);
  const type = members.length === 0 ? base : `${base} & ${inline(members)}`;
  return {
    kind: "facet",
    type,
    base,
    members,
    ...docOf(policy.doc === undefined ? {} : { doc: policy.doc }),
  };
}

function objectParts(d: Describing, value: object): Parts {
  const kind = kindOf(value);
  if (kind !== "object") return { kind: kind === "promise" ? "promise" : "value", type: typeOf(d, value) };
  d.around.add(value);
  const members: readonly DescribedMember[] = plainMembers(d, value, 0);
  const functions = Object.values(Object.getOwnPropertyDescriptors(value)).some(
    (part: PropertyDescriptor) => typeof part.value === "function",
  );
  const of: DescribedKind = functions ? "namespace" : "value";
  return { kind: of, type: inline(members), members };
}
