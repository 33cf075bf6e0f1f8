#include "render/math_symbols.hpp"

#include <algorithm>
#include <array>

namespace lectern {
namespace {

struct Symbol {
  char32_t code_point;
  std::string_view name;
};

constexpr Symbol kSymbols[] = {
    {0xB1, "pm"},          {0xB7, "cdot"},         {0xD7, "times"},
    {0xF7, "div"},         {0x393, "Gamma"},       {0x394, "Delta"},
    {0x398, "Theta"},      {0x39B, "Lambda"},      {0x39E, "Xi"},
    {0x3A0, "Pi"},         {0x3A3, "Sigma"},       {0x3A6, "Phi"},
    {0x3A8, "Psi"},        {0x3A9, "Omega"},       {0x3B1, "alpha"},
    {0x3B2, "beta"},       {0x3B3, "gamma"},       {0x3B4, "delta"},
    {0x3B5, "varepsilon"}, {0x3B6, "zeta"},        {0x3B7, "eta"},
    {0x3B8, "theta"},      {0x3B9, "iota"},        {0x3BA, "kappa"},
    {0x3BB, "lambda"},     {0x3BC, "mu"},          {0x3BD, "nu"},
    {0x3BE, "xi"},         {0x3C0, "pi"},          {0x3C1, "rho"},
    {0x3C2, "varsigma"},   {0x3C3, "sigma"},       {0x3C4, "tau"},
    {0x3C5, "upsilon"},    {0x3C6, "varphi"},      {0x3C7, "chi"},
    {0x3C8, "psi"},        {0x3C9, "omega"},       {0x3D1, "vartheta"},
    {0x3D5, "phi"},        {0x3F5, "epsilon"},     {0x2026, "ldots"},
    {0x2102, "mathbb{C}"}, {0x210F, "hbar"},       {0x2113, "ell"},
    {0x2115, "mathbb{N}"}, {0x211A, "mathbb{Q}"},  {0x211D, "mathbb{R}"},
    {0x2124, "mathbb{Z}"}, {0x2190, "leftarrow"},  {0x2191, "uparrow"},
    {0x2192, "to"},        {0x2193, "downarrow"},  {0x2194, "leftrightarrow"},
    {0x21A6, "mapsto"},    {0x21D2, "Rightarrow"}, {0x21D4, "Leftrightarrow"},
    {0x2200, "forall"},    {0x2202, "partial"},    {0x2203, "exists"},
    {0x2205, "emptyset"},  {0x2207, "nabla"},      {0x2208, "in"},
    {0x2209, "notin"},     {0x220F, "prod"},       {0x2211, "sum"},
    {0x2213, "mp"},        {0x2218, "circ"},       {0x221A, "surd"},
    {0x221D, "propto"},    {0x221E, "infty"},      {0x2220, "angle"},
    {0x2225, "parallel"},  {0x2227, "wedge"},      {0x2228, "vee"},
    {0x2229, "cap"},       {0x222A, "cup"},        {0x222B, "int"},
    {0x222C, "iint"},      {0x222E, "oint"},       {0x223C, "sim"},
    {0x2243, "simeq"},     {0x2245, "cong"},       {0x2248, "approx"},
    {0x2260, "ne"},        {0x2261, "equiv"},      {0x2264, "le"},
    {0x2265, "ge"},        {0x226A, "ll"},         {0x226B, "gg"},
    {0x2282, "subset"},    {0x2283, "supset"},     {0x2286, "subseteq"},
    {0x2287, "supseteq"},  {0x2295, "oplus"},      {0x2297, "otimes"},
    {0x22A5, "perp"},      {0x22C5, "cdot"},       {0x22EE, "vdots"},
    {0x22EF, "cdots"},     {0x22F1, "ddots"},      {0x2308, "lceil"},
    {0x2309, "rceil"},     {0x230A, "lfloor"},     {0x230B, "rfloor"},
    {0x27E8, "langle"},    {0x27E9, "rangle"}};

constexpr Symbol kAbove[] = {
    {U'^', "hat"},        {U'~', "tilde"},  {0xA8, "ddot"},   {0xAF, "overline"},
    {0x2C6, "hat"},       {0x2C7, "check"}, {0x2D8, "breve"}, {0x2D9, "dot"},
    {0x2DC, "tilde"},     {0x302, "hat"},   {0x303, "tilde"}, {0x304, "overline"},
    {0x305, "overline"},  {0x307, "dot"},   {0x308, "ddot"},  {0x2015, "overline"},
    {0x203E, "overline"}, {0x20D7, "vec"},  {0x2192, "vec"},  {0x23DE, "overbrace"}};
constexpr Symbol kBelow[] = {{U'_', "underline"},  {0xAF, "underline"},   {0x203E, "underline"},
                             {0x332, "underline"}, {0x2015, "underline"}, {0x23DF, "underbrace"}};

template <std::size_t Size>
std::string_view name_in(const Symbol (&symbols)[Size], char32_t code_point) {
  for (const Symbol& symbol : symbols)
    if (symbol.code_point == code_point) return symbol.name;
  return {};
}

constexpr std::array<std::string_view, 24> kFunctions = {
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "det", "dim",  "exp", "gcd", "inf",
    "ker",    "lim",    "ln",     "log", "max", "min",  "sec", "sin", "sinh", "sup", "tan", "tanh"};
constexpr std::array<std::string_view, 10> kWithLimits = {
    "\\sum", "\\prod", "\\lim", "\\max", "\\min", "\\sup", "\\inf", "\\det", "\\gcd", "\\int"};

} // namespace

std::string_view tex_name_of(char32_t symbol) { return name_in(kSymbols, symbol); }

std::string_view tex_accent_of(char32_t mark, bool is_below) {
  return is_below ? name_in(kBelow, mark) : name_in(kAbove, mark);
}

bool is_function_of_tex(std::string_view name) {
  return std::find(kFunctions.begin(), kFunctions.end(), name) != kFunctions.end();
}

bool takes_limits(std::string_view tex) {
  return std::find(kWithLimits.begin(), kWithLimits.end(), tex) != kWithLimits.end();
}

} // namespace lectern
