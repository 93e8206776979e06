//! The source of a crate: what each of its functions asks of AWS, and on what; what it writes in a
//! transaction; and what it calls.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ImplItem, Item, Lit, Pat, Type};

/// The requests of the SDK, each with the action that it needs; a transaction needs those of its
/// writes.
const REQUESTS: [(&str, &str); 27] = [
    ("get_item", "dynamodb:GetItem"),
    ("put_item", "dynamodb:PutItem"),
    ("update_item", "dynamodb:UpdateItem"),
    ("delete_item", "dynamodb:DeleteItem"),
    ("query", "dynamodb:Query"),
    ("scan", "dynamodb:Scan"),
    ("batch_get_item", "dynamodb:BatchGetItem"),
    ("batch_write_item", "dynamodb:BatchWriteItem"),
    ("transact_get_items", "dynamodb:GetItem"),
    ("transact_write_items", TRANSACTION),
    ("send_message", "sqs:SendMessage"),
    ("send_message_batch", "sqs:SendMessage"),
    ("generate_data_key", "kms:GenerateDataKey"),
    ("decrypt", "kms:Decrypt"),
    ("encrypt", "kms:Encrypt"),
    ("get_secret_value", "secretsmanager:GetSecretValue"),
    // Operators' alone.
    ("describe_table", "dynamodb:DescribeTable"),
    ("describe_continuous_backups", "dynamodb:DescribeContinuousBackups"),
    ("describe_time_to_live", "dynamodb:DescribeTimeToLive"),
    ("get_queue_attributes", "sqs:GetQueueAttributes"),
    ("get_queue_url", "sqs:GetQueueUrl"),
    ("receive_message", "sqs:ReceiveMessage"),
    ("delete_message_batch", "sqs:DeleteMessage"),
    ("put_secret_value", "secretsmanager:PutSecretValue"),
    ("describe_key", "kms:DescribeKey"),
    ("get_key_rotation_status", "kms:GetKeyRotationStatus"),
    ("rotate_key_on_demand", "kms:RotateKeyOnDemand"),
];

/// The action that a request needs.
pub(crate) fn action_of(request: &str) -> &'static str {
    REQUESTS.iter().find(|(name, _)| *name == request).unwrap().1
}

/// The mark of a request that carries writes.
pub(crate) const TRANSACTION: &str = "transaction";

/// The kinds of writes in a transaction, by their builders.
const BUILDERS: [(&str, &str); 3] = [
    ("Put", "dynamodb:PutItem"),
    ("Update", "dynamodb:UpdateItem"),
    ("Delete", "dynamodb:DeleteItem"),
];

/// The requests and calls of one function of the source.
#[derive(Debug, Default)]
pub(crate) struct Code {
    /// The module that it is in.
    pub(crate) module: String,
    /// The requests that it makes, as the SDK calls them: `get_item`.
    pub(crate) requests: BTreeSet<&'static str>,
    /// The actions of the writes that it builds for a transaction.
    pub(crate) built: BTreeSet<&'static str>,
    /// The resources that it names: tables, keys, secrets.
    pub(crate) named: BTreeSet<String>,
    /// The index of its table that it reads.
    pub(crate) index: Option<String>,
    /// The writes and rows that it makes: `Write::State`, `Row::Body`.
    pub(crate) writes: BTreeSet<String>,
    /// The types of which it makes a value.
    pub(crate) made: BTreeSet<String>,
    /// Whether it is asynchronous.
    pub(crate) is_async: bool,
    /// The functions that it may call: the last two parts of their paths, or `.method`; and
    /// `.method.await` where the answer is awaited at once.
    pub(crate) calls: BTreeSet<String>,
}

/// The functions of a crate, by their key: see `linked::key`.
pub(crate) type Functions = BTreeMap<String, Code>;

/// The table and the action of each kind of write or row.
pub(crate) type Writes = BTreeMap<String, (String, &'static str)>;

/// Other names of types, with the type's own: the linker knows that alone.
pub(crate) type Aliases = BTreeMap<String, String>;

/// Reads every file of a crate. What it finds of aliases is added to those of the crates before.
pub(crate) fn read(folder: &Path, krate: &str, aliases: &mut Aliases) -> (Functions, Writes) {
    let (functions, writes) = (Functions::new(), Writes::new());
    let mut reader = Reader { krate: krate.to_owned(), aliases, functions, writes };
    reader.folder(folder, krate);
    (reader.functions, reader.writes)
}

struct Reader<'a> {
    krate: String,
    aliases: &'a mut Aliases,
    functions: Functions,
    writes: Writes,
}

impl Reader<'_> {
    fn folder(&mut self, folder: &Path, root: &str) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            if path.is_dir() {
                self.folder(&path, &name);
            } else if path.extension().is_some_and(|end| end == "rs") && name != "tests" {
                let file = syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap();
                let module = if name == "lib" || name == "main" { root } else { &name };
                self.items(&file.items, module);
            }
        }
    }

    fn items(&mut self, items: &[Item], module: &str) {
        for item in items {
            match item {
                Item::Fn(one) if !is_test(&one.attrs) => {
                    self.add(module, module, &one.sig, |found| {
                        found.visit_block(&one.block);
                    });
                }
                Item::Type(one) => {
                    if let Type::Path(of) = &*one.ty {
                        let of = of.path.segments.last().unwrap().ident.to_string();
                        self.aliases.insert(one.ident.to_string(), of);
                    }
                }
                Item::Impl(one) => {
                    let owner = owner(one, self.aliases);
                    for item in &one.items {
                        if let ImplItem::Fn(method) = item {
                            let name = method.sig.ident.to_string();
                            if name == "action" || name == "insert" {
                                arms(&method.block, &mut self.writes);
                            }
                            let body = &method.block;
                            self.add(module, &owner, &method.sig, |found| found.visit_block(body));
                        }
                    }
                }
                Item::Mod(one) if !is_test(&one.attrs) => {
                    if let Some((_, items)) = &one.content {
                        self.items(items, &one.ident.to_string());
                    }
                }
                _ => {}
            }
        }
    }

    /// Adds a function; those of one key (of two modules of one name) count as one.
    fn add(
        &mut self,
        module: &str,
        owner: &str,
        signature: &syn::Signature,
        body: impl FnOnce(&mut Finding<'_>),
    ) {
        let code = self
            .functions
            .entry(format!("{}|{owner}::{}", self.krate, signature.ident))
            .or_default();
        module.clone_into(&mut code.module);
        code.is_async = signature.asyncness.is_some();
        body(&mut Finding { code, owner });
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|one| match &one.meta {
        syn::Meta::List(list) if list.path.is_ident("cfg") => list.tokens.to_string() == "test",
        meta => meta.path().is_ident("test"),
    })
}

/// `Type`, or `Type/Trait<Argument>`.
fn owner(one: &syn::ItemImpl, aliases: &Aliases) -> String {
    let of = match &*one.self_ty {
        Type::Path(of) => of.path.segments.last().unwrap().ident.to_string(),
        _ => String::new(),
    };
    let by = one.trait_.as_ref().and_then(|found| found.0.segments.last());
    let Some(syn::PathArguments::AngleBracketed(arguments)) = by.map(|by| &by.arguments) else {
        return of;
    };
    let names = arguments.args.iter().filter_map(|argument| match argument {
        syn::GenericArgument::Type(Type::Path(of)) => {
            let name = of.path.segments.last()?.ident.to_string();
            Some(aliases.get(&name).cloned().unwrap_or(name))
        }
        _ => None,
    });
    format!("{of}/{}<{}>", by.unwrap().ident, names.collect::<Vec<_>>().join(","))
}

/// The arms of a match over writes or rows: which table each writes, and how.
fn arms(block: &syn::Block, writes: &mut Writes) {
    struct Arms<'a>(&'a mut Writes);
    impl<'ast> Visit<'ast> for Arms<'_> {
        fn visit_arm(&mut self, arm: &'ast syn::Arm) {
            let path = match &arm.pat {
                Pat::TupleStruct(pattern) => &pattern.path,
                Pat::Struct(pattern) => &pattern.path,
                _ => return,
            };
            let mut code = Code::default();
            Finding { code: &mut code, owner: "" }.visit_expr(&arm.body);
            if let Some(table) = code.named.pop_first() {
                let how = code.built.pop_first().unwrap_or("dynamodb:PutItem");
                self.0.insert(two(path), (table, how));
            }
        }
    }
    Arms(writes).visit_block(block);
}

/// The last two parts of a path.
fn two(path: &syn::Path) -> String {
    let parts: Vec<_> = path.segments.iter().map(|part| part.ident.to_string()).collect();
    parts[parts.len().saturating_sub(2)..].join("::")
}

/// Finds in a body what [`Code`] holds.
struct Finding<'a> {
    code: &'a mut Code,
    owner: &'a str,
}

impl Finding<'_> {
    fn path(&mut self, path: &syn::Path) {
        let two = two(path);
        match two.split_once("::") {
            Some(("Table", table)) => drop(self.code.named.insert(format!("{table}Table"))),
            Some(("KeyName", name @ ("Bodies" | "Sessions" | "Drafts" | "Webhooks"))) => {
                self.code.named.insert(format!("{name}Key"));
            }
            Some(("KeyName", name)) if name != "ALL" => {
                self.code.named.insert(format!("{name}Secret"));
            }
            Some(("Write" | "Row", _)) => drop(self.code.writes.insert(two)),
            Some((kind, "builder")) => {
                let action = BUILDERS.iter().find(|(builder, _)| *builder == kind);
                self.code.built.extend(action.map(|(_, action)| action));
            }
            Some(("Self", name)) => drop(self.code.calls.insert(format!("{}::{name}", self.owner))),
            _ => drop(self.code.calls.insert(two)),
        }
    }
}

impl<'ast> Visit<'ast> for Finding<'_> {
    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        self.path(&path.path);
    }

    fn visit_expr_struct(&mut self, made: &'ast syn::ExprStruct) {
        self.path(&made.path);
        self.code.made.insert(made.path.segments.last().unwrap().ident.to_string());
        visit::visit_expr_struct(self, made);
    }

    fn visit_expr_field(&mut self, field: &'ast syn::ExprField) {
        if let syn::Member::Named(name) = &field.member {
            let kept = [
                ("bodies", "BodiesKey"),
                ("sessions", "SessionsKey"),
                ("drafts", "DraftsKey"),
                ("telling", "WebhooksKey"),
            ];
            let key = kept.iter().find(|(field, _)| name == field);
            if self.owner.contains("Vault") {
                self.code.named.extend(key.map(|(_, key)| (*key).to_owned()));
            }
        }
        visit::visit_expr_field(self, field);
    }

    fn visit_expr_await(&mut self, awaited: &'ast syn::ExprAwait) {
        // `Box::pin(call).await` too.
        let base = match &*awaited.base {
            Expr::Call(pinned) => pinned.args.first(),
            other => Some(other),
        };
        if let Some(Expr::MethodCall(call)) = base {
            self.code.calls.insert(format!(".{}.await", call.method));
        }
        visit::visit_expr_await(self, awaited);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let name = call.method.to_string();
        let request = REQUESTS.iter().find(|(request, _)| *request == name);
        if let (Some((request, _)), true) = (request, call.args.is_empty()) {
            self.code.requests.insert(request);
        } else if let ("index_name", Some(Expr::Lit(one))) = (name.as_str(), call.args.first()) {
            let Lit::Str(index) = &one.lit else { return };
            self.code.index = Some(index.value());
        } else if matches!(&*call.receiver, Expr::Path(on) if on.path.is_ident("self")) {
            let owner = self.owner.split('/').next().unwrap();
            self.code.calls.insert(format!("{owner}::{name}"));
        } else {
            self.code.calls.insert(format!(".{name}"));
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, one: &'ast syn::Macro) {
        // `matches!` holds a pattern, which makes nothing.
        if one.path.is_ident("matches") {
            return;
        }
        let parse = syn::punctuated::Punctuated::<Expr, syn::Token![,]>::parse_terminated;
        if let Ok(values) = one.parse_body_with(parse) {
            values.iter().for_each(|value| self.visit_expr(value));
        }
    }
}
