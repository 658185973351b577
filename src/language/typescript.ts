/**
 * What `language: 'ts'` makes of each TypeScript node type that Babel has. A type in no list is refused; a test compares
 * the list with Babel's own.
 *
 * - `type`: stands in a type position only, and goes with it. Anywhere else it is refused.
 * - `unwrap`: the expression inside takes its place.
 * - `drop`: declares, and does nothing when the program runs.
 * - `ambient`: dropped with `declare`, refused without.
 * - `refuse`: makes code that JavaScript does not have; the code is in the table of node types.
 */
export type TypeScriptVerdict = "type" | "unwrap" | "drop" | "ambient" | "refuse";

const VERDICTS: Readonly<Record<TypeScriptVerdict, string>> = {
  unwrap:
    "TSAsExpression TSSatisfiesExpression TSTypeAssertion TSNonNullExpression TSInstantiationExpression",
  drop: "TSInterfaceDeclaration TSTypeAliasDeclaration TSDeclareFunction TSDeclareMethod TSIndexSignature",
  ambient: "TSModuleDeclaration",
  // `declare enum` too: its members are read like values, and nothing would be there to read.
  refuse:
    "TSEnumDeclaration TSParameterProperty TSImportEqualsDeclaration TSExportAssignment TSNamespaceExportDeclaration",
  type:
    "TSQualifiedName TSCallSignatureDeclaration TSConstructSignatureDeclaration TSPropertySignature TSMethodSignature " +
    "TSAnyKeyword TSBooleanKeyword TSBigIntKeyword TSIntrinsicKeyword TSNeverKeyword TSNullKeyword TSNumberKeyword " +
    "TSObjectKeyword TSStringKeyword TSSymbolKeyword TSUndefinedKeyword TSUnknownKeyword TSVoidKeyword TSThisType " +
    "TSFunctionType TSConstructorType TSTypeReference TSTypePredicate TSTypeQuery TSTypeLiteral TSArrayType TSTupleType " +
    "TSOptionalType TSRestType TSNamedTupleMember TSUnionType TSIntersectionType TSConditionalType TSInferType " +
    "TSParenthesizedType TSTypeOperator TSIndexedAccessType TSMappedType TSTemplateLiteralType TSLiteralType " +
    "TSExpressionWithTypeArguments TSInterfaceBody TSEnumBody TSEnumMember TSModuleBlock TSImportType " +
    "TSExternalModuleReference TSTypeAnnotation TSTypeParameterInstantiation TSTypeParameterDeclaration TSTypeParameter",
};

export const TYPESCRIPT_TYPES: ReadonlyMap<string, TypeScriptVerdict> = new Map(
  (Object.keys(VERDICTS) as TypeScriptVerdict[]).flatMap((verdict) =>
    VERDICTS[verdict].split(" ").map((type) => [type, verdict] as const),
  ),
);

/**
 * What becomes of each field of a JavaScript node. A field in no list may only be empty.
 *
 * - `js`: belongs to JavaScript.
 * - `type`: holds types, and is removed.
 * - `mark`: a modifier that says something to the type checker only, and is removed.
 */
export type FieldVerdict = "js" | "type" | "mark";

const FIELDS: Readonly<Record<FieldVerdict, string>> = {
  type: "typeAnnotation typeParameters typeArguments returnType superTypeParameters superTypeArguments implements",
  mark: "accessibility readonly override abstract definite declare",
  // `optional` is both: `a?.b` keeps it, `(a?: number)` loses it. Imports and exports are judged by their kind later.
  js:
    "alternate argument arguments assertions async attributes await block body callee cases computed consequent " +
    "declaration declarations decorators delegate directives discriminant elements exported exportKind expression expressions " +
    "finalizer flags generator handler id imported importKind init interpreter key kind label left local meta method module name " +
    "object operator optional options param params pattern phase prefix program properties property quasi quasis right " +
    "shorthand source sourceType specifiers static superClass tag tail test update value",
};

export const JAVASCRIPT_FIELDS: ReadonlyMap<string, FieldVerdict> = new Map(
  (Object.keys(FIELDS) as FieldVerdict[]).flatMap((verdict) =>
    FIELDS[verdict].split(" ").map((field) => [field, verdict] as const),
  ),
);
